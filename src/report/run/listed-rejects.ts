/** Records listed of each cause, unless somebody asks for more. */
export const LISTED_REJECTS = 5;
