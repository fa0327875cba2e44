/**
 * What columns are called that mean a field, by the field's name: only letters and digits, in lower case. `%` stands
 * for the object's own name: `%id` is companyid for a Company. Earlier names are surer.
 */
export const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  externalId: ["externalid", "extid", "%externalid", "%id", "id", "uuid", "%number", "%key", "key"],
  sourceId: ["sourceid", "crmid", "salesforceid", "sfid", "hubspotid"],
  companyId: [
    "companyexternalid",
    "companyid",
    "accountid",
    "customerid",
    "organizationid",
    "organisationid",
    "orgid",
    "company",
    "account",
    "customer",
  ],
  email: ["email", "emailaddress", "mail", "workemail", "primaryemail"],
  name: ["name", "%name", "title", "displayname", "%"],
  firstName: ["firstname", "givenname", "forename", "vorname"],
  lastName: ["lastname", "surname", "familyname", "nachname"],
  phone: ["phone", "phonenumber", "telephone", "tel", "mobile", "mobilephone"],
  phonePrimary: ["phone", "phonenumber", "telephone", "tel"],
  position: ["jobtitle", "title", "role", "jobrole"],
  mr: ["mrr", "monthlyrecurringrevenue", "monthlyrevenue", "mr"],
  phase: ["phase", "stage", "lifecycle", "lifecyclestage", "lifecyclephase"],
  renewalDate: ["renewal", "renewaldate", "renewson", "nextrenewal", "contractend", "contractenddate"],
  domains: ["domain", "domains", "emaildomain", "emaildomains"],
  web: ["website", "web", "url", "homepage", "webpage"],
  zip: ["postalcode", "postcode", "zipcode", "zip", "plz"],
  address: ["street", "streetaddress", "address", "addressline1"],
  city: ["town", "city"],
  country: ["countrycode", "country", "countryname"],
  industry: ["sector", "industry", "vertical"],
  description: ["notes", "about", "comment", "description"],
  tags: ["labels", "tags", "label", "tag"],
  primary: ["isprimary", "primarycontact"],
  featured: ["vip", "iskeycontact", "keycontact"],
  owner: [
    ...["csm", "accountmanager", "ownerid", "owner", "accountowner", "companyowner"],
    ...["csmemail", "accountmanageremail", "owneremail", "accountowneremail", "companyowneremail"],
  ],
  ownerId: ["owner", "owneremail", "dealowner", "dealowneremail", "assignee", "assigneeemail"],
};

/** What an object is also called, beside its own name. */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  Company: ["account", "customer", "client", "organization", "organisation", "org", "tenant"],
  Enduser: ["user", "contact", "person", "member"],
  License: ["subscription", "contract", "licence"],
  Opportunity: ["deal", "opp"],
  Ticket: ["case"],
};
