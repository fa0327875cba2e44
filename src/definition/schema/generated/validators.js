// Generated from schemas/ by scripts/generate.mjs: do not edit, run `npm run generate`.

import { FORMATS } from "../formats.ts";
import { fieldsSchema } from "../../../model/generated/fields.ts";
import { projectSchema } from "../../../model/generated/project.ts";
import { syncSchema } from "../../../model/generated/sync.ts";
import func52Module from "ajv/dist/runtime/ucs2length.js";


export const fields = validate10;
const schema11 = fieldsSchema;
const func0 = Object.prototype.hasOwnProperty;
const func52 = func52Module.default ?? func52Module;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.version === undefined) || (!(func0.call(data, "version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.objects === undefined) || (!(func0.call(data, "objects")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "objects"},message:"must have required property '"+"objects"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((key0 === "$schema") || (key0 === "version")) || (key0 === "objects"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined && func0.call(data, "$schema")){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data1 = data.version;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.version.type,parentSchema:schema11.properties.version,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(1 !== data1){
const err5 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema11.properties.version,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.objects !== undefined && func0.call(data, "objects")){
let data2 = data.objects;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 of Object.keys(data2)){
let data3 = data2[key1];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key2 of Object.keys(data3)){
let data4 = data3[key2];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if((data4.type === undefined) || (!(func0.call(data4, "type")))){
const err6 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/additionalProperties/required",keyword:"required",params:{missingProperty: "type"},message:"must have required property '"+"type"+"'",schema:schema11.properties.objects.additionalProperties.additionalProperties.required,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key3 of Object.keys(data4)){
if(!((((key3 === "type") || (key3 === "options")) || (key3 === "formula")) || (key3 === "mandatory"))){
const err7 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data4.type !== undefined && func0.call(data4, "type")){
let data5 = data4.type;
if(typeof data5 === "string"){
if(func52(data5) < 1){
const err8 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/objects/additionalProperties/additionalProperties/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties.properties.type,data:data5};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/type",schemaPath:"#/properties/objects/additionalProperties/additionalProperties/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.objects.additionalProperties.additionalProperties.properties.type.type,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties.properties.type,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.options !== undefined && func0.call(data4, "options")){
let data6 = data4.options;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(typeof data7 !== "string"){
const err10 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/options/" + i0,schemaPath:"#/properties/objects/additionalProperties/additionalProperties/properties/options/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.objects.additionalProperties.additionalProperties.properties.options.items.type,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties.properties.options.items,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/options",schemaPath:"#/properties/objects/additionalProperties/additionalProperties/properties/options/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.objects.additionalProperties.additionalProperties.properties.options.type,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties.properties.options,data:data6};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.formula !== undefined && func0.call(data4, "formula")){
let data8 = data4.formula;
if(typeof data8 !== "string"){
const err12 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/formula",schemaPath:"#/properties/objects/additionalProperties/additionalProperties/properties/formula/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.objects.additionalProperties.additionalProperties.properties.formula.type,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties.properties.formula,data:data8};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data4.mandatory !== undefined && func0.call(data4, "mandatory")){
let data9 = data4.mandatory;
if(typeof data9 !== "boolean"){
const err13 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/mandatory",schemaPath:"#/properties/objects/additionalProperties/additionalProperties/properties/mandatory/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema11.properties.objects.additionalProperties.additionalProperties.properties.mandatory.type,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties.properties.mandatory,data:data9};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.objects.additionalProperties.additionalProperties.type,parentSchema:schema11.properties.objects.additionalProperties.additionalProperties,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/objects/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/objects/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.objects.additionalProperties.type,parentSchema:schema11.properties.objects.additionalProperties,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/objects",schemaPath:"#/properties/objects/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.properties.objects.type,parentSchema:schema11.properties.objects,data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const project = validate11;
const schema12 = projectSchema;
const pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]*$", "u");
const pattern1 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", "u");
const pattern3 = new RegExp("^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$", "u");
const pattern5 = new RegExp("^(?!PLANHAT_)[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.version === undefined) || (!(func0.call(data, "version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema12.required,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((((((key0 === "version") || (key0 === "planhat")) || (key0 === "syncs")) || (key0 === "state")) || (key0 === "connections")) || (key0 === "lint")) || (key0 === "limits")) || (key0 === "environments"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data0 = data.version;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err2 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.version.type,parentSchema:schema12.properties.version,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(1 !== data0){
const err3 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema12.properties.version,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.planhat !== undefined && func0.call(data, "planhat")){
let data1 = data.planhat;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key1 of Object.keys(data1)){
if(!(((key1 === "token") || (key1 === "region")) || (key1 === "tenantUuid"))){
const err4 = {instancePath:instancePath+"/planhat",schemaPath:"#/properties/planhat/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.planhat,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data1.token !== undefined && func0.call(data1, "token")){
let data2 = data1.token;
if(typeof data2 === "string"){
if(func52(data2) < 1){
const err5 = {instancePath:instancePath+"/planhat/token",schemaPath:"#/properties/planhat/properties/token/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.planhat.properties.token,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/planhat/token",schemaPath:"#/properties/planhat/properties/token/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.planhat.properties.token.type,parentSchema:schema12.properties.planhat.properties.token,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.region !== undefined && func0.call(data1, "region")){
let data3 = data1.region;
if(typeof data3 !== "string"){
const err7 = {instancePath:instancePath+"/planhat/region",schemaPath:"#/properties/planhat/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.planhat.properties.region.type,parentSchema:schema12.properties.planhat.properties.region,data:data3};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.tenantUuid !== undefined && func0.call(data1, "tenantUuid")){
let data4 = data1.tenantUuid;
if(typeof data4 !== "string"){
const err8 = {instancePath:instancePath+"/planhat/tenantUuid",schemaPath:"#/properties/planhat/properties/tenantUuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.planhat.properties.tenantUuid.type,parentSchema:schema12.properties.planhat.properties.tenantUuid,data:data4};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/planhat",schemaPath:"#/properties/planhat/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.planhat.type,parentSchema:schema12.properties.planhat,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.syncs !== undefined && func0.call(data, "syncs")){
let data5 = data.syncs;
if(typeof data5 === "string"){
if(func52(data5) < 1){
const err10 = {instancePath:instancePath+"/syncs",schemaPath:"#/properties/syncs/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.syncs,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/syncs",schemaPath:"#/properties/syncs/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.syncs.type,parentSchema:schema12.properties.syncs,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.state !== undefined && func0.call(data, "state")){
let data6 = data.state;
if(typeof data6 === "string"){
if(func52(data6) < 1){
const err12 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.state,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/state",schemaPath:"#/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.state.type,parentSchema:schema12.properties.state,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.connections !== undefined && func0.call(data, "connections")){
let data7 = data.connections;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 of Object.keys(data7)){
const _errs19 = errors;
if(typeof key2 === "string"){
if(!pattern0.test(key2)){
const err14 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema12.properties.connections.propertyNames,data:key2,propertyName:key2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid2 = _errs19 === errors;
if(!valid2){
const err15 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid",schema:schema12.properties.connections.propertyNames,parentSchema:schema12.properties.connections,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
for(const key3 of Object.keys(data7)){
let data8 = data7[key3];
if(typeof data8 === "string"){
if(func52(data8) < 1){
const err16 = {instancePath:instancePath+"/connections/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/connections/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.connections.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/connections/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/connections/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.connections.additionalProperties.type,parentSchema:schema12.properties.connections.additionalProperties,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/connections",schemaPath:"#/properties/connections/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.connections.type,parentSchema:schema12.properties.connections,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.lint !== undefined && func0.call(data, "lint")){
let data9 = data.lint;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key4 of Object.keys(data9)){
if(!(key4 === "rules")){
const err19 = {instancePath:instancePath+"/lint",schemaPath:"#/properties/lint/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.lint,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data9.rules !== undefined && func0.call(data9, "rules")){
let data10 = data9.rules;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key5 of Object.keys(data10)){
let data11 = data10[key5];
if(typeof data11 !== "string"){
const err20 = {instancePath:instancePath+"/lint/rules/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lint/properties/rules/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.lint.properties.rules.additionalProperties.type,parentSchema:schema12.properties.lint.properties.rules.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(!(((data11 === "off") || (data11 === "warning")) || (data11 === "error"))){
const err21 = {instancePath:instancePath+"/lint/rules/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/lint/properties/rules/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema12.properties.lint.properties.rules.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.lint.properties.rules.additionalProperties.enum,parentSchema:schema12.properties.lint.properties.rules.additionalProperties,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/lint/rules",schemaPath:"#/properties/lint/properties/rules/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.lint.properties.rules.type,parentSchema:schema12.properties.lint.properties.rules,data:data10};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/lint",schemaPath:"#/properties/lint/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.lint.type,parentSchema:schema12.properties.lint,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.limits !== undefined && func0.call(data, "limits")){
let data12 = data.limits;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key6 of Object.keys(data12)){
if(!((((key6 === "callsPerMinute") || (key6 === "concurrency")) || (key6 === "readMinutes")) || (key6 === "refusals"))){
const err24 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.limits,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data12.callsPerMinute !== undefined && func0.call(data12, "callsPerMinute")){
let data13 = data12.callsPerMinute;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err25 = {instancePath:instancePath+"/limits/callsPerMinute",schemaPath:"#/properties/limits/properties/callsPerMinute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.limits.properties.callsPerMinute.type,parentSchema:schema12.properties.limits.properties.callsPerMinute,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 < 1 || isNaN(data13)){
const err26 = {instancePath:instancePath+"/limits/callsPerMinute",schemaPath:"#/properties/limits/properties/callsPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.limits.properties.callsPerMinute,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data12.concurrency !== undefined && func0.call(data12, "concurrency")){
let data14 = data12.concurrency;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err27 = {instancePath:instancePath+"/limits/concurrency",schemaPath:"#/properties/limits/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.limits.properties.concurrency.type,parentSchema:schema12.properties.limits.properties.concurrency,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 50 || isNaN(data14)){
const err28 = {instancePath:instancePath+"/limits/concurrency",schemaPath:"#/properties/limits/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema12.properties.limits.properties.concurrency,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data14 < 1 || isNaN(data14)){
const err29 = {instancePath:instancePath+"/limits/concurrency",schemaPath:"#/properties/limits/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.limits.properties.concurrency,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data12.readMinutes !== undefined && func0.call(data12, "readMinutes")){
let data15 = data12.readMinutes;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err30 = {instancePath:instancePath+"/limits/readMinutes",schemaPath:"#/properties/limits/properties/readMinutes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.limits.properties.readMinutes.type,parentSchema:schema12.properties.limits.properties.readMinutes,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 20000 || isNaN(data15)){
const err31 = {instancePath:instancePath+"/limits/readMinutes",schemaPath:"#/properties/limits/properties/readMinutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20000},message:"must be <= 20000",schema:20000,parentSchema:schema12.properties.limits.properties.readMinutes,data:data15};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data15 < 1 || isNaN(data15)){
const err32 = {instancePath:instancePath+"/limits/readMinutes",schemaPath:"#/properties/limits/properties/readMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.limits.properties.readMinutes,data:data15};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data12.refusals !== undefined && func0.call(data12, "refusals")){
let data16 = data12.refusals;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err33 = {instancePath:instancePath+"/limits/refusals",schemaPath:"#/properties/limits/properties/refusals/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.limits.properties.refusals.type,parentSchema:schema12.properties.limits.properties.refusals,data:data16};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 1000000 || isNaN(data16)){
const err34 = {instancePath:instancePath+"/limits/refusals",schemaPath:"#/properties/limits/properties/refusals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema12.properties.limits.properties.refusals,data:data16};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data16 < 1 || isNaN(data16)){
const err35 = {instancePath:instancePath+"/limits/refusals",schemaPath:"#/properties/limits/properties/refusals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.limits.properties.refusals,data:data16};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
else {
const err36 = {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.limits.type,parentSchema:schema12.properties.limits,data:data12};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.environments !== undefined && func0.call(data, "environments")){
let data17 = data.environments;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key7 of Object.keys(data17)){
const _errs44 = errors;
if(typeof key7 === "string"){
if(!pattern1.test(key7)){
const err37 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$",parentSchema:schema12.properties.environments.propertyNames,data:key7,propertyName:key7};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
var valid7 = _errs44 === errors;
if(!valid7){
const err38 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames",keyword:"propertyNames",params:{propertyName: key7},message:"property name must be valid",schema:schema12.properties.environments.propertyNames,parentSchema:schema12.properties.environments,data:data17};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
for(const key8 of Object.keys(data17)){
let data18 = data17[key8];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key9 of Object.keys(data18)){
if(!(((((((key9 === "planhat") || (key9 === "state")) || (key9 === "connections")) || (key9 === "limits")) || (key9 === "guards")) || (key9 === "variables")) || (key9 === "protected"))){
const err39 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environments/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.environments.additionalProperties,data:data18};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data18.planhat !== undefined && func0.call(data18, "planhat")){
let data19 = data18.planhat;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key10 of Object.keys(data19)){
if(!(((((key10 === "token") || (key10 === "region")) || (key10 === "tenantUuid")) || (key10 === "apiUrl")) || (key10 === "analyticsUrl"))){
const err40 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data19.token !== undefined && func0.call(data19, "token")){
let data20 = data19.token;
if(typeof data20 === "string"){
if(func52(data20) < 1){
const err41 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat/token",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/properties/token/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat.properties.token,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat/token",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/properties/token/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.planhat.properties.token.type,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat.properties.token,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data19.region !== undefined && func0.call(data19, "region")){
let data21 = data19.region;
if(typeof data21 !== "string"){
const err43 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat/region",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.planhat.properties.region.type,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat.properties.region,data:data21};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data19.tenantUuid !== undefined && func0.call(data19, "tenantUuid")){
let data22 = data19.tenantUuid;
if(typeof data22 !== "string"){
const err44 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat/tenantUuid",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/properties/tenantUuid/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.planhat.properties.tenantUuid.type,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat.properties.tenantUuid,data:data22};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data19.apiUrl !== undefined && func0.call(data19, "apiUrl")){
let data23 = data19.apiUrl;
if(typeof data23 !== "string"){
const err45 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat/apiUrl",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/properties/apiUrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.planhat.properties.apiUrl.type,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat.properties.apiUrl,data:data23};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data19.analyticsUrl !== undefined && func0.call(data19, "analyticsUrl")){
let data24 = data19.analyticsUrl;
if(typeof data24 !== "string"){
const err46 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat/analyticsUrl",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/properties/analyticsUrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.planhat.properties.analyticsUrl.type,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat.properties.analyticsUrl,data:data24};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/planhat",schemaPath:"#/properties/environments/additionalProperties/properties/planhat/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.additionalProperties.properties.planhat.type,parentSchema:schema12.properties.environments.additionalProperties.properties.planhat,data:data19};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data18.state !== undefined && func0.call(data18, "state")){
let data25 = data18.state;
if(typeof data25 === "string"){
if(func52(data25) < 1){
const err48 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/state",schemaPath:"#/properties/environments/additionalProperties/properties/state/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.state,data:data25};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
else {
const err49 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/state",schemaPath:"#/properties/environments/additionalProperties/properties/state/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.state.type,parentSchema:schema12.properties.environments.additionalProperties.properties.state,data:data25};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data18.connections !== undefined && func0.call(data18, "connections")){
let data26 = data18.connections;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key11 of Object.keys(data26)){
const _errs66 = errors;
if(typeof key11 === "string"){
if(!pattern0.test(key11)){
const err50 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/connections",schemaPath:"#/properties/environments/additionalProperties/properties/connections/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9_-]*$"+"\"",schema:"^[A-Za-z0-9][A-Za-z0-9_-]*$",parentSchema:schema12.properties.environments.additionalProperties.properties.connections.propertyNames,data:key11,propertyName:key11};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
var valid11 = _errs66 === errors;
if(!valid11){
const err51 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/connections",schemaPath:"#/properties/environments/additionalProperties/properties/connections/propertyNames",keyword:"propertyNames",params:{propertyName: key11},message:"property name must be valid",schema:schema12.properties.environments.additionalProperties.properties.connections.propertyNames,parentSchema:schema12.properties.environments.additionalProperties.properties.connections,data:data26};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
for(const key12 of Object.keys(data26)){
let data27 = data26[key12];
if(typeof data27 === "string"){
if(func52(data27) < 1){
const err52 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/connections/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environments/additionalProperties/properties/connections/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.connections.additionalProperties,data:data27};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
else {
const err53 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/connections/" + key12.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environments/additionalProperties/properties/connections/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.connections.additionalProperties.type,parentSchema:schema12.properties.environments.additionalProperties.properties.connections.additionalProperties,data:data27};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
}
else {
const err54 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/connections",schemaPath:"#/properties/environments/additionalProperties/properties/connections/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.additionalProperties.properties.connections.type,parentSchema:schema12.properties.environments.additionalProperties.properties.connections,data:data26};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data18.limits !== undefined && func0.call(data18, "limits")){
let data28 = data18.limits;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key13 of Object.keys(data28)){
if(!((((key13 === "callsPerMinute") || (key13 === "concurrency")) || (key13 === "readMinutes")) || (key13 === "refusals"))){
const err55 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits",schemaPath:"#/properties/environments/additionalProperties/properties/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.environments.additionalProperties.properties.limits,data:data28};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data28.callsPerMinute !== undefined && func0.call(data28, "callsPerMinute")){
let data29 = data28.callsPerMinute;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err56 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/callsPerMinute",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/callsPerMinute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.limits.properties.callsPerMinute.type,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.callsPerMinute,data:data29};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err57 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/callsPerMinute",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/callsPerMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.callsPerMinute,data:data29};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
if(data28.concurrency !== undefined && func0.call(data28, "concurrency")){
let data30 = data28.concurrency;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err58 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/concurrency",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.limits.properties.concurrency.type,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.concurrency,data:data30};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 50 || isNaN(data30)){
const err59 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/concurrency",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 50},message:"must be <= 50",schema:50,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.concurrency,data:data30};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if(data30 < 1 || isNaN(data30)){
const err60 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/concurrency",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.concurrency,data:data30};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data28.readMinutes !== undefined && func0.call(data28, "readMinutes")){
let data31 = data28.readMinutes;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err61 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/readMinutes",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/readMinutes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.limits.properties.readMinutes.type,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.readMinutes,data:data31};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 20000 || isNaN(data31)){
const err62 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/readMinutes",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/readMinutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 20000},message:"must be <= 20000",schema:20000,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.readMinutes,data:data31};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if(data31 < 1 || isNaN(data31)){
const err63 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/readMinutes",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/readMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.readMinutes,data:data31};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data28.refusals !== undefined && func0.call(data28, "refusals")){
let data32 = data28.refusals;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err64 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/refusals",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/refusals/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.limits.properties.refusals.type,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.refusals,data:data32};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 1000000 || isNaN(data32)){
const err65 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/refusals",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/refusals/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.refusals,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(data32 < 1 || isNaN(data32)){
const err66 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits/refusals",schemaPath:"#/properties/environments/additionalProperties/properties/limits/properties/refusals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema12.properties.environments.additionalProperties.properties.limits.properties.refusals,data:data32};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
}
else {
const err67 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/limits",schemaPath:"#/properties/environments/additionalProperties/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.additionalProperties.properties.limits.type,parentSchema:schema12.properties.environments.additionalProperties.properties.limits,data:data28};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data18.guards !== undefined && func0.call(data18, "guards")){
let data33 = data18.guards;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
for(const key14 of Object.keys(data33)){
if(!(((key14 === "minRows") || (key14 === "maxRejected")) || (key14 === "maxChanges"))){
const err68 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards",schemaPath:"#/properties/environments/additionalProperties/properties/guards/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema12.properties.environments.additionalProperties.properties.guards,data:data33};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data33.minRows !== undefined && func0.call(data33, "minRows")){
let data34 = data33.minRows;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err69 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/minRows",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/minRows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.minRows.type,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.minRows,data:data34};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
const err70 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/minRows",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/minRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.minRows,data:data34};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
}
if(data33.maxRejected !== undefined && func0.call(data33, "maxRejected")){
let data35 = data33.maxRejected;
const _errs87 = errors;
let valid15 = false;
const _errs88 = errors;
if(typeof data35 === "string"){
if(!pattern3.test(data35)){
const err71 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxRejected",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxRejected/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"},message:"must match pattern \""+"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"+"\"",schema:"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf[0],data:data35};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
else {
const err72 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxRejected",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxRejected/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf[0].type,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf[0],data:data35};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
var _valid0 = _errs88 === errors;
valid15 = valid15 || _valid0;
if(!valid15){
const _errs90 = errors;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err73 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxRejected",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxRejected/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf[1].type,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf[1],data:data35};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
const err74 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxRejected",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxRejected/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf[1],data:data35};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
var _valid0 = _errs90 === errors;
valid15 = valid15 || _valid0;
}
if(!valid15){
const err75 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxRejected",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxRejected/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected.anyOf,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxRejected,data:data35};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
else {
errors = _errs87;
if(vErrors !== null){
if(_errs87){
vErrors.length = _errs87;
}
else {
vErrors = null;
}
}
}
}
if(data33.maxChanges !== undefined && func0.call(data33, "maxChanges")){
let data36 = data33.maxChanges;
const _errs93 = errors;
let valid16 = false;
const _errs94 = errors;
if(typeof data36 === "string"){
if(!pattern3.test(data36)){
const err76 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxChanges",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxChanges/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"},message:"must match pattern \""+"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"+"\"",schema:"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf[0],data:data36};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
else {
const err77 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxChanges",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxChanges/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf[0].type,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf[0],data:data36};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
var _valid1 = _errs94 === errors;
valid16 = valid16 || _valid1;
if(!valid16){
const _errs96 = errors;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err78 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxChanges",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxChanges/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf[1].type,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf[1],data:data36};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 0 || isNaN(data36)){
const err79 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxChanges",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxChanges/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf[1],data:data36};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
var _valid1 = _errs96 === errors;
valid16 = valid16 || _valid1;
}
if(!valid16){
const err80 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards/maxChanges",schemaPath:"#/properties/environments/additionalProperties/properties/guards/properties/maxChanges/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges.anyOf,parentSchema:schema12.properties.environments.additionalProperties.properties.guards.properties.maxChanges,data:data36};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
else {
errors = _errs93;
if(vErrors !== null){
if(_errs93){
vErrors.length = _errs93;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err81 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/guards",schemaPath:"#/properties/environments/additionalProperties/properties/guards/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.additionalProperties.properties.guards.type,parentSchema:schema12.properties.environments.additionalProperties.properties.guards,data:data33};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
if(data18.variables !== undefined && func0.call(data18, "variables")){
let data37 = data18.variables;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key15 of Object.keys(data37)){
const _errs100 = errors;
if(typeof key15 === "string"){
if(!pattern5.test(key15)){
const err82 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/variables",schemaPath:"#/properties/environments/additionalProperties/properties/variables/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?!PLANHAT_)[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^(?!PLANHAT_)[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^(?!PLANHAT_)[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema12.properties.environments.additionalProperties.properties.variables.propertyNames,data:key15,propertyName:key15};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
var valid17 = _errs100 === errors;
if(!valid17){
const err83 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/variables",schemaPath:"#/properties/environments/additionalProperties/properties/variables/propertyNames",keyword:"propertyNames",params:{propertyName: key15},message:"property name must be valid",schema:schema12.properties.environments.additionalProperties.properties.variables.propertyNames,parentSchema:schema12.properties.environments.additionalProperties.properties.variables,data:data37};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
for(const key16 of Object.keys(data37)){
let data38 = data37[key16];
if(typeof data38 !== "string"){
const err84 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/variables/" + key16.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environments/additionalProperties/properties/variables/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.environments.additionalProperties.properties.variables.additionalProperties.type,parentSchema:schema12.properties.environments.additionalProperties.properties.variables.additionalProperties,data:data38};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/variables",schemaPath:"#/properties/environments/additionalProperties/properties/variables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.additionalProperties.properties.variables.type,parentSchema:schema12.properties.environments.additionalProperties.properties.variables,data:data37};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data18.protected !== undefined && func0.call(data18, "protected")){
let data39 = data18.protected;
if(typeof data39 !== "boolean"){
const err86 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1")+"/protected",schemaPath:"#/properties/environments/additionalProperties/properties/protected/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema12.properties.environments.additionalProperties.properties.protected.type,parentSchema:schema12.properties.environments.additionalProperties.properties.protected,data:data39};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
}
else {
const err87 = {instancePath:instancePath+"/environments/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environments/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.additionalProperties.type,parentSchema:schema12.properties.environments.additionalProperties,data:data18};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
else {
const err88 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.properties.environments.type,parentSchema:schema12.properties.environments,data:data17};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const sync = validate12;
const schema13 = syncSchema;
const pattern6 = new RegExp("^(?![. ])[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029/\\\\]+(?<! )$", "u");
const pattern7 = new RegExp("^[0-9]{1,9}(ms|s|m)$", "u");
const pattern8 = new RegExp("^[0-9]{1,9}(s|m|h)$", "u");
const pattern9 = new RegExp("^[A-Za-z0-9.-]+(:[0-9]{1,5})?$", "u");
const pattern10 = new RegExp("^[0-9]{1,9}(ms|s|m|h|d)$", "u");
const pattern13 = new RegExp("\\.[sS][qQ][lL]$", "u");
const pattern14 = new RegExp("^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$", "u");
const formats0 = FORMATS["date-time"];

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.version === undefined) || (!(func0.call(data, "version")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.source === undefined) || (!(func0.call(data, "source")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "source"},message:"must have required property '"+"source"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.target === undefined) || (!(func0.call(data, "target")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "target"},message:"must have required property '"+"target"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data.mode === undefined) || (!(func0.call(data, "mode")))){
const err3 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "mode"},message:"must have required property '"+"mode"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data.fields === undefined) || (!(func0.call(data, "fields")))){
const err4 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema13.required,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(func0.call(schema13.properties, key0))){
const err5 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.version !== undefined && func0.call(data, "version")){
let data0 = data.version;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err6 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.version.type,parentSchema:schema13.properties.version,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(1 !== data0){
const err7 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema13.properties.version,data:data0};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.name !== undefined && func0.call(data, "name")){
let data1 = data.name;
if(typeof data1 === "string"){
if(func52(data1) > 100){
const err8 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(func52(data1) < 1){
const err9 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern6.test(data1)){
const err10 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^(?![. ])[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029/\\\\]+(?<! )$"},message:"must match pattern \""+"^(?![. ])[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029/\\\\]+(?<! )$"+"\"",schema:"^(?![. ])[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029/\\\\]+(?<! )$",parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.name.type,parentSchema:schema13.properties.name,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.description !== undefined && func0.call(data, "description")){
let data2 = data.description;
if(typeof data2 !== "string"){
const err12 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.description.type,parentSchema:schema13.properties.description,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.source !== undefined && func0.call(data, "source")){
let data3 = data.source;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length > 1){
const err13 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13.properties.source,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(Object.keys(data3).length < 1){
const err14 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.source,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 of Object.keys(data3)){
if(!((((key1 === "csv") || (key1 === "http")) || (key1 === "postgres")) || (key1 === "sqlite"))){
const err15 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.csv !== undefined && func0.call(data3, "csv")){
let data4 = data3.csv;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if((data4.path === undefined) || (!(func0.call(data4, "path")))){
const err16 = {instancePath:instancePath+"/source/csv",schemaPath:"#/properties/source/properties/csv/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema13.properties.source.properties.csv.required,parentSchema:schema13.properties.source.properties.csv,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key2 of Object.keys(data4)){
if(!(((((key2 === "path") || (key2 === "delimiter")) || (key2 === "encoding")) || (key2 === "header")) || (key2 === "nulls"))){
const err17 = {instancePath:instancePath+"/source/csv",schemaPath:"#/properties/source/properties/csv/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.csv,data:data4};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.path !== undefined && func0.call(data4, "path")){
let data5 = data4.path;
if(typeof data5 === "string"){
if(func52(data5) < 1){
const err18 = {instancePath:instancePath+"/source/csv/path",schemaPath:"#/properties/source/properties/csv/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.csv.properties.path,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/source/csv/path",schemaPath:"#/properties/source/properties/csv/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.csv.properties.path.type,parentSchema:schema13.properties.source.properties.csv.properties.path,data:data5};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data4.delimiter !== undefined && func0.call(data4, "delimiter")){
let data6 = data4.delimiter;
if(typeof data6 === "string"){
if(func52(data6) > 1){
const err20 = {instancePath:instancePath+"/source/csv/delimiter",schemaPath:"#/properties/source/properties/csv/properties/delimiter/maxLength",keyword:"maxLength",params:{limit: 1},message:"must NOT have more than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.csv.properties.delimiter,data:data6};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(func52(data6) < 1){
const err21 = {instancePath:instancePath+"/source/csv/delimiter",schemaPath:"#/properties/source/properties/csv/properties/delimiter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.csv.properties.delimiter,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/source/csv/delimiter",schemaPath:"#/properties/source/properties/csv/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.csv.properties.delimiter.type,parentSchema:schema13.properties.source.properties.csv.properties.delimiter,data:data6};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data4.encoding !== undefined && func0.call(data4, "encoding")){
let data7 = data4.encoding;
if(typeof data7 !== "string"){
const err23 = {instancePath:instancePath+"/source/csv/encoding",schemaPath:"#/properties/source/properties/csv/properties/encoding/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.csv.properties.encoding.type,parentSchema:schema13.properties.source.properties.csv.properties.encoding,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(!(((((((((data7 === "utf-8") || (data7 === "utf-16le")) || (data7 === "utf-16be")) || (data7 === "latin1")) || (data7 === "iso-8859-2")) || (data7 === "iso-8859-15")) || (data7 === "windows-1250")) || (data7 === "windows-1251")) || (data7 === "windows-1252"))){
const err24 = {instancePath:instancePath+"/source/csv/encoding",schemaPath:"#/properties/source/properties/csv/properties/encoding/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.csv.properties.encoding.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.csv.properties.encoding.enum,parentSchema:schema13.properties.source.properties.csv.properties.encoding,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data4.header !== undefined && func0.call(data4, "header")){
let data8 = data4.header;
const _errs21 = errors;
let valid3 = false;
const _errs22 = errors;
if(typeof data8 !== "boolean"){
const err25 = {instancePath:instancePath+"/source/csv/header",schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/0/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.source.properties.csv.properties.header.anyOf[0].type,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[0],data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(true !== data8){
const err26 = {instancePath:instancePath+"/source/csv/header",schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/0/const",keyword:"const",params:{allowedValue: true},message:"must be equal to constant",schema:true,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[0],data:data8};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid0 = _errs22 === errors;
valid3 = valid3 || _valid0;
if(!valid3){
const _errs24 = errors;
if(Array.isArray(data8)){
if(data8.length < 1){
const err27 = {instancePath:instancePath+"/source/csv/header",schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/1/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[1],data:data8};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 === "string"){
if(func52(data9) < 1){
const err28 = {instancePath:instancePath+"/source/csv/header/" + i0,schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/1/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[1].items,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/source/csv/header/" + i0,schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/1/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.csv.properties.header.anyOf[1].items.type,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[1].items,data:data9};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
let i1 = data8.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data8[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err30 = {instancePath:instancePath+"/source/csv/header",schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/1/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)",schema:true,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[1],data:data8};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err31 = {instancePath:instancePath+"/source/csv/header",schemaPath:"#/properties/source/properties/csv/properties/header/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.csv.properties.header.anyOf[1].type,parentSchema:schema13.properties.source.properties.csv.properties.header.anyOf[1],data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
var _valid0 = _errs24 === errors;
valid3 = valid3 || _valid0;
}
if(!valid3){
const err32 = {instancePath:instancePath+"/source/csv/header",schemaPath:"#/properties/source/properties/csv/properties/header/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.csv.properties.header.anyOf,parentSchema:schema13.properties.source.properties.csv.properties.header,data:data8};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
}
if(data4.nulls !== undefined && func0.call(data4, "nulls")){
let data10 = data4.nulls;
if(Array.isArray(data10)){
const len1 = data10.length;
for(let i2=0; i2<len1; i2++){
let data11 = data10[i2];
if(typeof data11 !== "string"){
const err33 = {instancePath:instancePath+"/source/csv/nulls/" + i2,schemaPath:"#/properties/source/properties/csv/properties/nulls/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.csv.properties.nulls.items.type,parentSchema:schema13.properties.source.properties.csv.properties.nulls.items,data:data11};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let i3 = data10.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data10[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err34 = {instancePath:instancePath+"/source/csv/nulls",schemaPath:"#/properties/source/properties/csv/properties/nulls/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)",schema:true,parentSchema:schema13.properties.source.properties.csv.properties.nulls,data:data10};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err35 = {instancePath:instancePath+"/source/csv/nulls",schemaPath:"#/properties/source/properties/csv/properties/nulls/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.csv.properties.nulls.type,parentSchema:schema13.properties.source.properties.csv.properties.nulls,data:data10};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/source/csv",schemaPath:"#/properties/source/properties/csv/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.csv.type,parentSchema:schema13.properties.source.properties.csv,data:data4};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data3.http !== undefined && func0.call(data3, "http")){
let data12 = data3.http;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if((data12.url === undefined) || (!(func0.call(data12, "url")))){
const err37 = {instancePath:instancePath+"/source/http",schemaPath:"#/properties/source/properties/http/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'",schema:schema13.properties.source.properties.http.required,parentSchema:schema13.properties.source.properties.http,data:data12};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key3 of Object.keys(data12)){
if(!(func0.call(schema13.properties.source.properties.http.properties, key3))){
const err38 = {instancePath:instancePath+"/source/http",schemaPath:"#/properties/source/properties/http/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http,data:data12};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data12.url !== undefined && func0.call(data12, "url")){
let data13 = data12.url;
if(typeof data13 === "string"){
if(func52(data13) < 1){
const err39 = {instancePath:instancePath+"/source/http/url",schemaPath:"#/properties/source/properties/http/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.url,data:data13};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/source/http/url",schemaPath:"#/properties/source/properties/http/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.url.type,parentSchema:schema13.properties.source.properties.http.properties.url,data:data13};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data12.method !== undefined && func0.call(data12, "method")){
let data14 = data12.method;
if(typeof data14 !== "string"){
const err41 = {instancePath:instancePath+"/source/http/method",schemaPath:"#/properties/source/properties/http/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.method.type,parentSchema:schema13.properties.source.properties.http.properties.method,data:data14};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!((data14 === "GET") || (data14 === "POST"))){
const err42 = {instancePath:instancePath+"/source/http/method",schemaPath:"#/properties/source/properties/http/properties/method/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.method.enum,parentSchema:schema13.properties.source.properties.http.properties.method,data:data14};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data12.query !== undefined && func0.call(data12, "query")){
let data15 = data12.query;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key4 of Object.keys(data15)){
let data16 = data15[key4];
const _errs43 = errors;
let valid12 = false;
const _errs44 = errors;
if(((typeof data16 !== "string") && (!((typeof data16 == "number") && (isFinite(data16))))) && (typeof data16 !== "boolean")){
const err43 = {instancePath:instancePath+"/source/http/query/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/source/properties/http/properties/query/additionalProperties/anyOf/0/type",keyword:"type",params:{type: schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[0].type},message:"must be string,number,boolean",schema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[0].type,parentSchema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[0],data:data16};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid1 = _errs44 === errors;
valid12 = valid12 || _valid1;
if(!valid12){
const _errs46 = errors;
if(Array.isArray(data16)){
const len2 = data16.length;
for(let i4=0; i4<len2; i4++){
let data17 = data16[i4];
if(((typeof data17 !== "string") && (!((typeof data17 == "number") && (isFinite(data17))))) && (typeof data17 !== "boolean")){
const err44 = {instancePath:instancePath+"/source/http/query/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/source/properties/http/properties/query/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type: schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[1].items.type},message:"must be string,number,boolean",schema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[1].items.type,parentSchema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[1].items,data:data17};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/source/http/query/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/source/properties/http/properties/query/additionalProperties/anyOf/1/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[1].type,parentSchema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf[1],data:data16};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var _valid1 = _errs46 === errors;
valid12 = valid12 || _valid1;
}
if(!valid12){
const err46 = {instancePath:instancePath+"/source/http/query/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/source/properties/http/properties/query/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.http.properties.query.additionalProperties.anyOf,parentSchema:schema13.properties.source.properties.http.properties.query.additionalProperties,data:data16};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
else {
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err47 = {instancePath:instancePath+"/source/http/query",schemaPath:"#/properties/source/properties/http/properties/query/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.query.type,parentSchema:schema13.properties.source.properties.http.properties.query,data:data15};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data12.headers !== undefined && func0.call(data12, "headers")){
let data18 = data12.headers;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key5 of Object.keys(data18)){
let data19 = data18[key5];
if(typeof data19 !== "string"){
const err48 = {instancePath:instancePath+"/source/http/headers/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/source/properties/http/properties/headers/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.headers.additionalProperties.type,parentSchema:schema13.properties.source.properties.http.properties.headers.additionalProperties,data:data19};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/source/http/headers",schemaPath:"#/properties/source/properties/http/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.headers.type,parentSchema:schema13.properties.source.properties.http.properties.headers,data:data18};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data12.auth !== undefined && func0.call(data12, "auth")){
let data20 = data12.auth;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
if(Object.keys(data20).length > 1){
const err50 = {instancePath:instancePath+"/source/http/auth",schemaPath:"#/properties/source/properties/http/properties/auth/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth,data:data20};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
if(Object.keys(data20).length < 1){
const err51 = {instancePath:instancePath+"/source/http/auth",schemaPath:"#/properties/source/properties/http/properties/auth/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth,data:data20};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
for(const key6 of Object.keys(data20)){
if(!(((((key6 === "basic") || (key6 === "bearer")) || (key6 === "header")) || (key6 === "query")) || (key6 === "oauth2"))){
const err52 = {instancePath:instancePath+"/source/http/auth",schemaPath:"#/properties/source/properties/http/properties/auth/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.auth,data:data20};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data20.basic !== undefined && func0.call(data20, "basic")){
let data21 = data20.basic;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if((data21.username === undefined) || (!(func0.call(data21, "username")))){
const err53 = {instancePath:instancePath+"/source/http/auth/basic",schemaPath:"#/properties/source/properties/http/properties/auth/properties/basic/required",keyword:"required",params:{missingProperty: "username"},message:"must have required property '"+"username"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.basic.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.basic,data:data21};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((data21.password === undefined) || (!(func0.call(data21, "password")))){
const err54 = {instancePath:instancePath+"/source/http/auth/basic",schemaPath:"#/properties/source/properties/http/properties/auth/properties/basic/required",keyword:"required",params:{missingProperty: "password"},message:"must have required property '"+"password"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.basic.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.basic,data:data21};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key7 of Object.keys(data21)){
if(!((key7 === "username") || (key7 === "password"))){
const err55 = {instancePath:instancePath+"/source/http/auth/basic",schemaPath:"#/properties/source/properties/http/properties/auth/properties/basic/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.basic,data:data21};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data21.username !== undefined && func0.call(data21, "username")){
let data22 = data21.username;
if(typeof data22 !== "string"){
const err56 = {instancePath:instancePath+"/source/http/auth/basic/username",schemaPath:"#/properties/source/properties/http/properties/auth/properties/basic/properties/username/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.basic.properties.username.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.basic.properties.username,data:data22};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data21.password !== undefined && func0.call(data21, "password")){
let data23 = data21.password;
if(typeof data23 !== "string"){
const err57 = {instancePath:instancePath+"/source/http/auth/basic/password",schemaPath:"#/properties/source/properties/http/properties/auth/properties/basic/properties/password/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.basic.properties.password.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.basic.properties.password,data:data23};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
}
else {
const err58 = {instancePath:instancePath+"/source/http/auth/basic",schemaPath:"#/properties/source/properties/http/properties/auth/properties/basic/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.properties.basic.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.basic,data:data21};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data20.bearer !== undefined && func0.call(data20, "bearer")){
let data24 = data20.bearer;
if(typeof data24 === "string"){
if(func52(data24) < 1){
const err59 = {instancePath:instancePath+"/source/http/auth/bearer",schemaPath:"#/properties/source/properties/http/properties/auth/properties/bearer/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.bearer,data:data24};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
else {
const err60 = {instancePath:instancePath+"/source/http/auth/bearer",schemaPath:"#/properties/source/properties/http/properties/auth/properties/bearer/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.bearer.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.bearer,data:data24};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data20.header !== undefined && func0.call(data20, "header")){
let data25 = data20.header;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if((data25.name === undefined) || (!(func0.call(data25, "name")))){
const err61 = {instancePath:instancePath+"/source/http/auth/header",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.header.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header,data:data25};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if((data25.value === undefined) || (!(func0.call(data25, "value")))){
const err62 = {instancePath:instancePath+"/source/http/auth/header",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.header.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key8 of Object.keys(data25)){
if(!((key8 === "name") || (key8 === "value"))){
const err63 = {instancePath:instancePath+"/source/http/auth/header",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header,data:data25};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data25.name !== undefined && func0.call(data25, "name")){
let data26 = data25.name;
if(typeof data26 === "string"){
if(func52(data26) < 1){
const err64 = {instancePath:instancePath+"/source/http/auth/header/name",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header.properties.name,data:data26};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
else {
const err65 = {instancePath:instancePath+"/source/http/auth/header/name",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.header.properties.name.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header.properties.name,data:data26};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data25.value !== undefined && func0.call(data25, "value")){
let data27 = data25.value;
if(typeof data27 === "string"){
if(func52(data27) < 1){
const err66 = {instancePath:instancePath+"/source/http/auth/header/value",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header.properties.value,data:data27};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
else {
const err67 = {instancePath:instancePath+"/source/http/auth/header/value",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.header.properties.value.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header.properties.value,data:data27};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/source/http/auth/header",schemaPath:"#/properties/source/properties/http/properties/auth/properties/header/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.properties.header.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.header,data:data25};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data20.query !== undefined && func0.call(data20, "query")){
let data28 = data20.query;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if((data28.name === undefined) || (!(func0.call(data28, "name")))){
const err69 = {instancePath:instancePath+"/source/http/auth/query",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.query.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query,data:data28};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((data28.value === undefined) || (!(func0.call(data28, "value")))){
const err70 = {instancePath:instancePath+"/source/http/auth/query",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.query.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query,data:data28};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
for(const key9 of Object.keys(data28)){
if(!((key9 === "name") || (key9 === "value"))){
const err71 = {instancePath:instancePath+"/source/http/auth/query",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query,data:data28};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data28.name !== undefined && func0.call(data28, "name")){
let data29 = data28.name;
if(typeof data29 === "string"){
if(func52(data29) < 1){
const err72 = {instancePath:instancePath+"/source/http/auth/query/name",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query.properties.name,data:data29};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
else {
const err73 = {instancePath:instancePath+"/source/http/auth/query/name",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.query.properties.name.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query.properties.name,data:data29};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data28.value !== undefined && func0.call(data28, "value")){
let data30 = data28.value;
if(typeof data30 === "string"){
if(func52(data30) < 1){
const err74 = {instancePath:instancePath+"/source/http/auth/query/value",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query.properties.value,data:data30};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
else {
const err75 = {instancePath:instancePath+"/source/http/auth/query/value",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.query.properties.value.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query.properties.value,data:data30};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
else {
const err76 = {instancePath:instancePath+"/source/http/auth/query",schemaPath:"#/properties/source/properties/http/properties/auth/properties/query/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.properties.query.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.query,data:data28};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data20.oauth2 !== undefined && func0.call(data20, "oauth2")){
let data31 = data20.oauth2;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if((data31.tokenUrl === undefined) || (!(func0.call(data31, "tokenUrl")))){
const err77 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "tokenUrl"},message:"must have required property '"+"tokenUrl"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data31};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
if((data31.clientId === undefined) || (!(func0.call(data31, "clientId")))){
const err78 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "clientId"},message:"must have required property '"+"clientId"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data31};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((data31.clientSecret === undefined) || (!(func0.call(data31, "clientSecret")))){
const err79 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "clientSecret"},message:"must have required property '"+"clientSecret"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data31};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
for(const key10 of Object.keys(data31)){
if(!((((key10 === "tokenUrl") || (key10 === "clientId")) || (key10 === "clientSecret")) || (key10 === "scope"))){
const err80 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data31};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data31.tokenUrl !== undefined && func0.call(data31, "tokenUrl")){
let data32 = data31.tokenUrl;
if(typeof data32 === "string"){
if(func52(data32) < 1){
const err81 = {instancePath:instancePath+"/source/http/auth/oauth2/tokenUrl",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/tokenUrl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.tokenUrl,data:data32};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
else {
const err82 = {instancePath:instancePath+"/source/http/auth/oauth2/tokenUrl",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/tokenUrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.tokenUrl.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.tokenUrl,data:data32};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data31.clientId !== undefined && func0.call(data31, "clientId")){
let data33 = data31.clientId;
if(typeof data33 === "string"){
if(func52(data33) < 1){
const err83 = {instancePath:instancePath+"/source/http/auth/oauth2/clientId",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientId,data:data33};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
else {
const err84 = {instancePath:instancePath+"/source/http/auth/oauth2/clientId",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientId.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientId,data:data33};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data31.clientSecret !== undefined && func0.call(data31, "clientSecret")){
let data34 = data31.clientSecret;
if(typeof data34 === "string"){
if(func52(data34) < 1){
const err85 = {instancePath:instancePath+"/source/http/auth/oauth2/clientSecret",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientSecret/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientSecret,data:data34};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
else {
const err86 = {instancePath:instancePath+"/source/http/auth/oauth2/clientSecret",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientSecret/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientSecret.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientSecret,data:data34};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data31.scope !== undefined && func0.call(data31, "scope")){
let data35 = data31.scope;
if(typeof data35 === "string"){
if(func52(data35) < 1){
const err87 = {instancePath:instancePath+"/source/http/auth/oauth2/scope",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/scope/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.scope,data:data35};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
else {
const err88 = {instancePath:instancePath+"/source/http/auth/oauth2/scope",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/scope/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.scope.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.scope,data:data35};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
else {
const err89 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data31};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
else {
const err90 = {instancePath:instancePath+"/source/http/auth",schemaPath:"#/properties/source/properties/http/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.type,parentSchema:schema13.properties.source.properties.http.properties.auth,data:data20};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
}
if(data12.format !== undefined && func0.call(data12, "format")){
let data36 = data12.format;
if(typeof data36 !== "string"){
const err91 = {instancePath:instancePath+"/source/http/format",schemaPath:"#/properties/source/properties/http/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.format.type,parentSchema:schema13.properties.source.properties.http.properties.format,data:data36};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(!(((data36 === "json") || (data36 === "ndjson")) || (data36 === "csv"))){
const err92 = {instancePath:instancePath+"/source/http/format",schemaPath:"#/properties/source/properties/http/properties/format/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.format.enum,parentSchema:schema13.properties.source.properties.http.properties.format,data:data36};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data12.delimiter !== undefined && func0.call(data12, "delimiter")){
let data37 = data12.delimiter;
if(typeof data37 === "string"){
if(func52(data37) > 1){
const err93 = {instancePath:instancePath+"/source/http/delimiter",schemaPath:"#/properties/source/properties/http/properties/delimiter/maxLength",keyword:"maxLength",params:{limit: 1},message:"must NOT have more than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.delimiter,data:data37};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if(func52(data37) < 1){
const err94 = {instancePath:instancePath+"/source/http/delimiter",schemaPath:"#/properties/source/properties/http/properties/delimiter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.delimiter,data:data37};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
else {
const err95 = {instancePath:instancePath+"/source/http/delimiter",schemaPath:"#/properties/source/properties/http/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.delimiter.type,parentSchema:schema13.properties.source.properties.http.properties.delimiter,data:data37};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data12.records !== undefined && func0.call(data12, "records")){
let data38 = data12.records;
if(typeof data38 === "string"){
if(func52(data38) < 1){
const err96 = {instancePath:instancePath+"/source/http/records",schemaPath:"#/properties/source/properties/http/properties/records/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.records,data:data38};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
else {
const err97 = {instancePath:instancePath+"/source/http/records",schemaPath:"#/properties/source/properties/http/properties/records/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.records.type,parentSchema:schema13.properties.source.properties.http.properties.records,data:data38};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data12.pagination !== undefined && func0.call(data12, "pagination")){
let data39 = data12.pagination;
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(Object.keys(data39).length > 1){
const err98 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if(Object.keys(data39).length < 1){
const err99 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data39};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
for(const key11 of Object.keys(data39)){
if(!(((((key11 === "page") || (key11 === "offset")) || (key11 === "cursor")) || (key11 === "link")) || (key11 === "nextUrl"))){
const err100 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data39};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
if(data39.page !== undefined && func0.call(data39, "page")){
let data40 = data39.page;
if(data40 && typeof data40 == "object" && !Array.isArray(data40)){
if((data40.param === undefined) || (!(func0.call(data40, "param")))){
const err101 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data40};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
for(const key12 of Object.keys(data40)){
if(!((((((key12 === "param") || (key12 === "in")) || (key12 === "start")) || (key12 === "size")) || (key12 === "sizeParam")) || (key12 === "more"))){
const err102 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data40};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data40.sizeParam !== undefined && func0.call(data40, "sizeParam")){
if((data40.size === undefined) || (!(func0.call(data40, "size")))){
const err103 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/dependencies",keyword:"dependencies",params:{property: "sizeParam",
    missingProperty: "size",
    depsCount: 1,
    deps: "size"},message:"must have property size when property sizeParam is present",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.dependencies,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data40};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
if(data40.param !== undefined && func0.call(data40, "param")){
let data41 = data40.param;
if(typeof data41 === "string"){
if(func52(data41) < 1){
const err104 = {instancePath:instancePath+"/source/http/pagination/page/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.param,data:data41};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
else {
const err105 = {instancePath:instancePath+"/source/http/pagination/page/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.param,data:data41};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data40.in !== undefined && func0.call(data40, "in")){
let data42 = data40.in;
if(typeof data42 !== "string"){
const err106 = {instancePath:instancePath+"/source/http/pagination/page/in",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.in.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.in,data:data42};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
if(!((data42 === "query") || (data42 === "body"))){
const err107 = {instancePath:instancePath+"/source/http/pagination/page/in",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/in/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.pagination.properties.page.properties.in.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.in.enum,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.in,data:data42};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data40.start !== undefined && func0.call(data40, "start")){
let data43 = data40.start;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err108 = {instancePath:instancePath+"/source/http/pagination/page/start",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/start/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.start.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.start,data:data43};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 0 || isNaN(data43)){
const err109 = {instancePath:instancePath+"/source/http/pagination/page/start",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/start/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.start,data:data43};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
}
if(data40.size !== undefined && func0.call(data40, "size")){
let data44 = data40.size;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err110 = {instancePath:instancePath+"/source/http/pagination/page/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.size.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.size,data:data44};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 1 || isNaN(data44)){
const err111 = {instancePath:instancePath+"/source/http/pagination/page/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.size,data:data44};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
}
if(data40.sizeParam !== undefined && func0.call(data40, "sizeParam")){
let data45 = data40.sizeParam;
if(typeof data45 === "string"){
if(func52(data45) < 1){
const err112 = {instancePath:instancePath+"/source/http/pagination/page/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/sizeParam/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.sizeParam,data:data45};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/source/http/pagination/page/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/sizeParam/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.sizeParam.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.sizeParam,data:data45};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
if(data40.more !== undefined && func0.call(data40, "more")){
let data46 = data40.more;
if(typeof data46 === "string"){
if(func52(data46) < 1){
const err114 = {instancePath:instancePath+"/source/http/pagination/page/more",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/more/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.more,data:data46};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
else {
const err115 = {instancePath:instancePath+"/source/http/pagination/page/more",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/more/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.more.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.more,data:data46};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
}
else {
const err116 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data40};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
if(data39.offset !== undefined && func0.call(data39, "offset")){
let data47 = data39.offset;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
if((data47.param === undefined) || (!(func0.call(data47, "param")))){
const err117 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data47};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
for(const key13 of Object.keys(data47)){
if(!(((((key13 === "param") || (key13 === "in")) || (key13 === "size")) || (key13 === "sizeParam")) || (key13 === "more"))){
const err118 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data47};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
if(data47.sizeParam !== undefined && func0.call(data47, "sizeParam")){
if((data47.size === undefined) || (!(func0.call(data47, "size")))){
const err119 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/dependencies",keyword:"dependencies",params:{property: "sizeParam",
    missingProperty: "size",
    depsCount: 1,
    deps: "size"},message:"must have property size when property sizeParam is present",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.dependencies,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data47};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data47.param !== undefined && func0.call(data47, "param")){
let data48 = data47.param;
if(typeof data48 === "string"){
if(func52(data48) < 1){
const err120 = {instancePath:instancePath+"/source/http/pagination/offset/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.param,data:data48};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/source/http/pagination/offset/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.param,data:data48};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data47.in !== undefined && func0.call(data47, "in")){
let data49 = data47.in;
if(typeof data49 !== "string"){
const err122 = {instancePath:instancePath+"/source/http/pagination/offset/in",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.in.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.in,data:data49};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
if(!((data49 === "query") || (data49 === "body"))){
const err123 = {instancePath:instancePath+"/source/http/pagination/offset/in",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/in/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.in.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.in.enum,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.in,data:data49};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data47.size !== undefined && func0.call(data47, "size")){
let data50 = data47.size;
if(!(((typeof data50 == "number") && (!(data50 % 1) && !isNaN(data50))) && (isFinite(data50)))){
const err124 = {instancePath:instancePath+"/source/http/pagination/offset/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.size.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.size,data:data50};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
if((typeof data50 == "number") && (isFinite(data50))){
if(data50 < 1 || isNaN(data50)){
const err125 = {instancePath:instancePath+"/source/http/pagination/offset/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.size,data:data50};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
}
if(data47.sizeParam !== undefined && func0.call(data47, "sizeParam")){
let data51 = data47.sizeParam;
if(typeof data51 === "string"){
if(func52(data51) < 1){
const err126 = {instancePath:instancePath+"/source/http/pagination/offset/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/sizeParam/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.sizeParam,data:data51};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/source/http/pagination/offset/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/sizeParam/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.sizeParam.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.sizeParam,data:data51};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data47.more !== undefined && func0.call(data47, "more")){
let data52 = data47.more;
if(typeof data52 === "string"){
if(func52(data52) < 1){
const err128 = {instancePath:instancePath+"/source/http/pagination/offset/more",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/more/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.more,data:data52};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
else {
const err129 = {instancePath:instancePath+"/source/http/pagination/offset/more",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/more/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.more.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.more,data:data52};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
else {
const err130 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data47};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data39.cursor !== undefined && func0.call(data39, "cursor")){
let data53 = data39.cursor;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if((data53.param === undefined) || (!(func0.call(data53, "param")))){
const err131 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if((data53.next === undefined) || (!(func0.call(data53, "next")))){
const err132 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/required",keyword:"required",params:{missingProperty: "next"},message:"must have required property '"+"next"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
for(const key14 of Object.keys(data53)){
if(!(((key14 === "param") || (key14 === "in")) || (key14 === "next"))){
const err133 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data53.param !== undefined && func0.call(data53, "param")){
let data54 = data53.param;
if(typeof data54 === "string"){
if(func52(data54) < 1){
const err134 = {instancePath:instancePath+"/source/http/pagination/cursor/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.param,data:data54};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/source/http/pagination/cursor/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.param,data:data54};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data53.in !== undefined && func0.call(data53, "in")){
let data55 = data53.in;
if(typeof data55 !== "string"){
const err136 = {instancePath:instancePath+"/source/http/pagination/cursor/in",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.in.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.in,data:data55};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if(!((data55 === "query") || (data55 === "body"))){
const err137 = {instancePath:instancePath+"/source/http/pagination/cursor/in",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/in/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.in.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.in.enum,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.in,data:data55};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data53.next !== undefined && func0.call(data53, "next")){
let data56 = data53.next;
if(typeof data56 === "string"){
if(func52(data56) < 1){
const err138 = {instancePath:instancePath+"/source/http/pagination/cursor/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/next/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.next,data:data56};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
else {
const err139 = {instancePath:instancePath+"/source/http/pagination/cursor/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/next/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.next.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.next,data:data56};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
}
else {
const err140 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data39.link !== undefined && func0.call(data39, "link")){
let data57 = data39.link;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
for(const key15 of Object.keys(data57)){
if(!(key15 === "more")){
const err141 = {instancePath:instancePath+"/source/http/pagination/link",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.link,data:data57};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data57.more !== undefined && func0.call(data57, "more")){
let data58 = data57.more;
if(typeof data58 === "string"){
if(func52(data58) < 1){
const err142 = {instancePath:instancePath+"/source/http/pagination/link/more",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/link/properties/more/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.link.properties.more,data:data58};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/source/http/pagination/link/more",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/link/properties/more/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.link.properties.more.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.link.properties.more,data:data58};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
else {
const err144 = {instancePath:instancePath+"/source/http/pagination/link",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/link/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.link.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.link,data:data57};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data39.nextUrl !== undefined && func0.call(data39, "nextUrl")){
let data59 = data39.nextUrl;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if((data59.next === undefined) || (!(func0.call(data59, "next")))){
const err145 = {instancePath:instancePath+"/source/http/pagination/nextUrl",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/required",keyword:"required",params:{missingProperty: "next"},message:"must have required property '"+"next"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl,data:data59};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
for(const key16 of Object.keys(data59)){
if(!(key16 === "next")){
const err146 = {instancePath:instancePath+"/source/http/pagination/nextUrl",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl,data:data59};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
if(data59.next !== undefined && func0.call(data59, "next")){
let data60 = data59.next;
if(typeof data60 === "string"){
if(func52(data60) < 1){
const err147 = {instancePath:instancePath+"/source/http/pagination/nextUrl/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/properties/next/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.properties.next,data:data60};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
else {
const err148 = {instancePath:instancePath+"/source/http/pagination/nextUrl/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/properties/next/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.properties.next.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.properties.next,data:data60};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
}
else {
const err149 = {instancePath:instancePath+"/source/http/pagination/nextUrl",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl,data:data59};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
}
else {
const err150 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.type,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data39};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data12.total !== undefined && func0.call(data12, "total")){
let data61 = data12.total;
if(typeof data61 === "string"){
if(func52(data61) < 1){
const err151 = {instancePath:instancePath+"/source/http/total",schemaPath:"#/properties/source/properties/http/properties/total/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.total,data:data61};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
else {
const err152 = {instancePath:instancePath+"/source/http/total",schemaPath:"#/properties/source/properties/http/properties/total/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.total.type,parentSchema:schema13.properties.source.properties.http.properties.total,data:data61};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data12.poll !== undefined && func0.call(data12, "poll")){
let data62 = data12.poll;
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
for(const key17 of Object.keys(data62)){
if(!((((((key17 === "statusUrl") || (key17 === "until")) || (key17 === "failed")) || (key17 === "url")) || (key17 === "every")) || (key17 === "within"))){
const err153 = {instancePath:instancePath+"/source/http/poll",schemaPath:"#/properties/source/properties/http/properties/poll/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.poll,data:data62};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data62.statusUrl !== undefined && func0.call(data62, "statusUrl")){
let data63 = data62.statusUrl;
if(typeof data63 === "string"){
if(func52(data63) < 1){
const err154 = {instancePath:instancePath+"/source/http/poll/statusUrl",schemaPath:"#/properties/source/properties/http/properties/poll/properties/statusUrl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.statusUrl,data:data63};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
else {
const err155 = {instancePath:instancePath+"/source/http/poll/statusUrl",schemaPath:"#/properties/source/properties/http/properties/poll/properties/statusUrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.poll.properties.statusUrl.type,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.statusUrl,data:data63};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data62.until !== undefined && func0.call(data62, "until")){
let data64 = data62.until;
if(typeof data64 === "string"){
if(func52(data64) < 1){
const err156 = {instancePath:instancePath+"/source/http/poll/until",schemaPath:"#/properties/source/properties/http/properties/poll/properties/until/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.until,data:data64};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/source/http/poll/until",schemaPath:"#/properties/source/properties/http/properties/poll/properties/until/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.poll.properties.until.type,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.until,data:data64};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data62.failed !== undefined && func0.call(data62, "failed")){
let data65 = data62.failed;
if(typeof data65 === "string"){
if(func52(data65) < 1){
const err158 = {instancePath:instancePath+"/source/http/poll/failed",schemaPath:"#/properties/source/properties/http/properties/poll/properties/failed/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.failed,data:data65};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
else {
const err159 = {instancePath:instancePath+"/source/http/poll/failed",schemaPath:"#/properties/source/properties/http/properties/poll/properties/failed/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.poll.properties.failed.type,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.failed,data:data65};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
if(data62.url !== undefined && func0.call(data62, "url")){
let data66 = data62.url;
if(typeof data66 === "string"){
if(func52(data66) < 1){
const err160 = {instancePath:instancePath+"/source/http/poll/url",schemaPath:"#/properties/source/properties/http/properties/poll/properties/url/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.url,data:data66};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
else {
const err161 = {instancePath:instancePath+"/source/http/poll/url",schemaPath:"#/properties/source/properties/http/properties/poll/properties/url/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.poll.properties.url.type,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.url,data:data66};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data62.every !== undefined && func0.call(data62, "every")){
let data67 = data62.every;
if(typeof data67 === "string"){
if(!pattern7.test(data67)){
const err162 = {instancePath:instancePath+"/source/http/poll/every",schemaPath:"#/properties/source/properties/http/properties/poll/properties/every/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(ms|s|m)$"},message:"must match pattern \""+"^[0-9]{1,9}(ms|s|m)$"+"\"",schema:"^[0-9]{1,9}(ms|s|m)$",parentSchema:schema13.properties.source.properties.http.properties.poll.properties.every,data:data67};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/source/http/poll/every",schemaPath:"#/properties/source/properties/http/properties/poll/properties/every/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.poll.properties.every.type,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.every,data:data67};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data62.within !== undefined && func0.call(data62, "within")){
let data68 = data62.within;
if(typeof data68 === "string"){
if(!pattern8.test(data68)){
const err164 = {instancePath:instancePath+"/source/http/poll/within",schemaPath:"#/properties/source/properties/http/properties/poll/properties/within/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(s|m|h)$"},message:"must match pattern \""+"^[0-9]{1,9}(s|m|h)$"+"\"",schema:"^[0-9]{1,9}(s|m|h)$",parentSchema:schema13.properties.source.properties.http.properties.poll.properties.within,data:data68};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/source/http/poll/within",schemaPath:"#/properties/source/properties/http/properties/poll/properties/within/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.poll.properties.within.type,parentSchema:schema13.properties.source.properties.http.properties.poll.properties.within,data:data68};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
}
else {
const err166 = {instancePath:instancePath+"/source/http/poll",schemaPath:"#/properties/source/properties/http/properties/poll/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.poll.type,parentSchema:schema13.properties.source.properties.http.properties.poll,data:data62};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data12.redirects !== undefined && func0.call(data12, "redirects")){
let data69 = data12.redirects;
if(Array.isArray(data69)){
if(data69.length < 1){
const err167 = {instancePath:instancePath+"/source/http/redirects",schemaPath:"#/properties/source/properties/http/properties/redirects/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.source.properties.http.properties.redirects,data:data69};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
const len3 = data69.length;
for(let i5=0; i5<len3; i5++){
let data70 = data69[i5];
if(typeof data70 === "string"){
if(!pattern9.test(data70)){
const err168 = {instancePath:instancePath+"/source/http/redirects/" + i5,schemaPath:"#/properties/source/properties/http/properties/redirects/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9.-]+(:[0-9]{1,5})?$"},message:"must match pattern \""+"^[A-Za-z0-9.-]+(:[0-9]{1,5})?$"+"\"",schema:"^[A-Za-z0-9.-]+(:[0-9]{1,5})?$",parentSchema:schema13.properties.source.properties.http.properties.redirects.items,data:data70};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
else {
const err169 = {instancePath:instancePath+"/source/http/redirects/" + i5,schemaPath:"#/properties/source/properties/http/properties/redirects/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.redirects.items.type,parentSchema:schema13.properties.source.properties.http.properties.redirects.items,data:data70};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
let i6 = data69.length;
let j2;
if(i6 > 1){
const indices2 = {};
for(;i6--;){
let item2 = data69[i6];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err170 = {instancePath:instancePath+"/source/http/redirects",schemaPath:"#/properties/source/properties/http/properties/redirects/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i6+" are identical)",schema:true,parentSchema:schema13.properties.source.properties.http.properties.redirects,data:data69};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
break;
}
indices2[item2] = i6;
}
}
}
else {
const err171 = {instancePath:instancePath+"/source/http/redirects",schemaPath:"#/properties/source/properties/http/properties/redirects/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.http.properties.redirects.type,parentSchema:schema13.properties.source.properties.http.properties.redirects,data:data69};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data12.cursor !== undefined && func0.call(data12, "cursor")){
let data71 = data12.cursor;
if(data71 && typeof data71 == "object" && !Array.isArray(data71)){
if((data71.column === undefined) || (!(func0.call(data71, "column")))){
const err172 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema13.properties.source.properties.http.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data71};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
if((data71.param === undefined) || (!(func0.call(data71, "param")))){
const err173 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data71};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
for(const key18 of Object.keys(data71)){
if(!((((key18 === "column") || (key18 === "param")) || (key18 === "in")) || (key18 === "lag"))){
const err174 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data71};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
if(data71.column !== undefined && func0.call(data71, "column")){
let data72 = data71.column;
if(typeof data72 === "string"){
if(func52(data72) < 1){
const err175 = {instancePath:instancePath+"/source/http/cursor/column",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.column,data:data72};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
else {
const err176 = {instancePath:instancePath+"/source/http/cursor/column",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.column.type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.column,data:data72};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
if(data71.param !== undefined && func0.call(data71, "param")){
let data73 = data71.param;
if(typeof data73 === "string"){
if(func52(data73) < 1){
const err177 = {instancePath:instancePath+"/source/http/cursor/param",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.param,data:data73};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
else {
const err178 = {instancePath:instancePath+"/source/http/cursor/param",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.param,data:data73};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
if(data71.in !== undefined && func0.call(data71, "in")){
let data74 = data71.in;
if(typeof data74 !== "string"){
const err179 = {instancePath:instancePath+"/source/http/cursor/in",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/in/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.in.type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.in,data:data74};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
if(!((data74 === "query") || (data74 === "body"))){
const err180 = {instancePath:instancePath+"/source/http/cursor/in",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/in/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.cursor.properties.in.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.cursor.properties.in.enum,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.in,data:data74};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
if(data71.lag !== undefined && func0.call(data71, "lag")){
let data75 = data71.lag;
const _errs179 = errors;
let valid34 = false;
const _errs180 = errors;
if(typeof data75 === "string"){
if(!pattern10.test(data75)){
const err181 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]{1,9}(ms|s|m|h|d)$"+"\"",schema:"^[0-9]{1,9}(ms|s|m|h|d)$",parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[0],data:data75};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
else {
const err182 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[0].type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[0],data:data75};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
var _valid2 = _errs180 === errors;
valid34 = valid34 || _valid2;
if(!valid34){
const _errs182 = errors;
if(!(((typeof data75 == "number") && (!(data75 % 1) && !isNaN(data75))) && (isFinite(data75)))){
const err183 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[1].type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[1],data:data75};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if((typeof data75 == "number") && (isFinite(data75))){
if(data75 < 0 || isNaN(data75)){
const err184 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[1],data:data75};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
var _valid2 = _errs182 === errors;
valid34 = valid34 || _valid2;
}
if(!valid34){
const err185 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag,data:data75};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
else {
errors = _errs179;
if(vErrors !== null){
if(_errs179){
vErrors.length = _errs179;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err186 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.cursor.type,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data71};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data12.rateLimit !== undefined && func0.call(data12, "rateLimit")){
let data76 = data12.rateLimit;
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(Object.keys(data76).length > 1){
const err187 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data76};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(Object.keys(data76).length < 1){
const err188 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data76};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
for(const key19 of Object.keys(data76)){
if(!((key19 === "perMinute") || (key19 === "perSecond"))){
const err189 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data76};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
if(data76.perMinute !== undefined && func0.call(data76, "perMinute")){
let data77 = data76.perMinute;
if(!(((typeof data77 == "number") && (!(data77 % 1) && !isNaN(data77))) && (isFinite(data77)))){
const err190 = {instancePath:instancePath+"/source/http/rateLimit/perMinute",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perMinute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.rateLimit.properties.perMinute.type,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perMinute,data:data77};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 < 1 || isNaN(data77)){
const err191 = {instancePath:instancePath+"/source/http/rateLimit/perMinute",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perMinute,data:data77};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
}
if(data76.perSecond !== undefined && func0.call(data76, "perSecond")){
let data78 = data76.perSecond;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
const err192 = {instancePath:instancePath+"/source/http/rateLimit/perSecond",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perSecond/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.rateLimit.properties.perSecond.type,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perSecond,data:data78};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 < 1 || isNaN(data78)){
const err193 = {instancePath:instancePath+"/source/http/rateLimit/perSecond",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perSecond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perSecond,data:data78};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
}
}
else {
const err194 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.rateLimit.type,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data76};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data12.timeout !== undefined && func0.call(data12, "timeout")){
let data79 = data12.timeout;
if(typeof data79 === "string"){
if(!pattern7.test(data79)){
const err195 = {instancePath:instancePath+"/source/http/timeout",schemaPath:"#/properties/source/properties/http/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(ms|s|m)$"},message:"must match pattern \""+"^[0-9]{1,9}(ms|s|m)$"+"\"",schema:"^[0-9]{1,9}(ms|s|m)$",parentSchema:schema13.properties.source.properties.http.properties.timeout,data:data79};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
else {
const err196 = {instancePath:instancePath+"/source/http/timeout",schemaPath:"#/properties/source/properties/http/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.timeout.type,parentSchema:schema13.properties.source.properties.http.properties.timeout,data:data79};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data12.wait !== undefined && func0.call(data12, "wait")){
let data80 = data12.wait;
if(typeof data80 === "string"){
if(!pattern8.test(data80)){
const err197 = {instancePath:instancePath+"/source/http/wait",schemaPath:"#/properties/source/properties/http/properties/wait/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(s|m|h)$"},message:"must match pattern \""+"^[0-9]{1,9}(s|m|h)$"+"\"",schema:"^[0-9]{1,9}(s|m|h)$",parentSchema:schema13.properties.source.properties.http.properties.wait,data:data80};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/source/http/wait",schemaPath:"#/properties/source/properties/http/properties/wait/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.wait.type,parentSchema:schema13.properties.source.properties.http.properties.wait,data:data80};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data12.maxBytes !== undefined && func0.call(data12, "maxBytes")){
let data81 = data12.maxBytes;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
const err199 = {instancePath:instancePath+"/source/http/maxBytes",schemaPath:"#/properties/source/properties/http/properties/maxBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.maxBytes.type,parentSchema:schema13.properties.source.properties.http.properties.maxBytes,data:data81};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 > 500000000 || isNaN(data81)){
const err200 = {instancePath:instancePath+"/source/http/maxBytes",schemaPath:"#/properties/source/properties/http/properties/maxBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500000000},message:"must be <= 500000000",schema:500000000,parentSchema:schema13.properties.source.properties.http.properties.maxBytes,data:data81};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data81 < 1 || isNaN(data81)){
const err201 = {instancePath:instancePath+"/source/http/maxBytes",schemaPath:"#/properties/source/properties/http/properties/maxBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.maxBytes,data:data81};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
}
if(data12.maxValues !== undefined && func0.call(data12, "maxValues")){
let data82 = data12.maxValues;
if(!(((typeof data82 == "number") && (!(data82 % 1) && !isNaN(data82))) && (isFinite(data82)))){
const err202 = {instancePath:instancePath+"/source/http/maxValues",schemaPath:"#/properties/source/properties/http/properties/maxValues/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.maxValues.type,parentSchema:schema13.properties.source.properties.http.properties.maxValues,data:data82};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if((typeof data82 == "number") && (isFinite(data82))){
if(data82 < 1 || isNaN(data82)){
const err203 = {instancePath:instancePath+"/source/http/maxValues",schemaPath:"#/properties/source/properties/http/properties/maxValues/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.maxValues,data:data82};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
}
if(data12.maxPages !== undefined && func0.call(data12, "maxPages")){
let data83 = data12.maxPages;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err204 = {instancePath:instancePath+"/source/http/maxPages",schemaPath:"#/properties/source/properties/http/properties/maxPages/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.maxPages.type,parentSchema:schema13.properties.source.properties.http.properties.maxPages,data:data83};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 < 1 || isNaN(data83)){
const err205 = {instancePath:instancePath+"/source/http/maxPages",schemaPath:"#/properties/source/properties/http/properties/maxPages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.maxPages,data:data83};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
}
if(data12.maxEmptyPages !== undefined && func0.call(data12, "maxEmptyPages")){
let data84 = data12.maxEmptyPages;
if(!(((typeof data84 == "number") && (!(data84 % 1) && !isNaN(data84))) && (isFinite(data84)))){
const err206 = {instancePath:instancePath+"/source/http/maxEmptyPages",schemaPath:"#/properties/source/properties/http/properties/maxEmptyPages/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.maxEmptyPages.type,parentSchema:schema13.properties.source.properties.http.properties.maxEmptyPages,data:data84};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if((typeof data84 == "number") && (isFinite(data84))){
if(data84 > 100000 || isNaN(data84)){
const err207 = {instancePath:instancePath+"/source/http/maxEmptyPages",schemaPath:"#/properties/source/properties/http/properties/maxEmptyPages/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema13.properties.source.properties.http.properties.maxEmptyPages,data:data84};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
if(data84 < 1 || isNaN(data84)){
const err208 = {instancePath:instancePath+"/source/http/maxEmptyPages",schemaPath:"#/properties/source/properties/http/properties/maxEmptyPages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.maxEmptyPages,data:data84};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
}
}
else {
const err209 = {instancePath:instancePath+"/source/http",schemaPath:"#/properties/source/properties/http/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.type,parentSchema:schema13.properties.source.properties.http,data:data12};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
if(data3.postgres !== undefined && func0.call(data3, "postgres")){
let data85 = data3.postgres;
const _errs205 = errors;
let valid36 = false;
let passing0 = null;
const _errs206 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if((data85.query === undefined) || (!(func0.call(data85, "query")))){
const err210 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/oneOf/0/required",keyword:"required",params:{missingProperty: "query"},message:"must have required property '"+"query"+"'",schema:schema13.properties.source.properties.postgres.oneOf[0].required,parentSchema:schema13.properties.source.properties.postgres.oneOf[0],data:data85};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
var _valid3 = _errs206 === errors;
if(_valid3){
valid36 = true;
passing0 = 0;
}
const _errs207 = errors;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if((data85.file === undefined) || (!(func0.call(data85, "file")))){
const err211 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema13.properties.source.properties.postgres.oneOf[1].required,parentSchema:schema13.properties.source.properties.postgres.oneOf[1],data:data85};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
var _valid3 = _errs207 === errors;
if(_valid3 && valid36){
valid36 = false;
passing0 = [passing0, 1];
}
else {
if(_valid3){
valid36 = true;
passing0 = 1;
}
}
if(!valid36){
const err212 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema13.properties.source.properties.postgres.oneOf,parentSchema:schema13.properties.source.properties.postgres,data:data85};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
else {
errors = _errs205;
if(vErrors !== null){
if(_errs205){
vErrors.length = _errs205;
}
else {
vErrors = null;
}
}
}
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if((data85.connection === undefined) || (!(func0.call(data85, "connection")))){
const err213 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema13.properties.source.properties.postgres.required,parentSchema:schema13.properties.source.properties.postgres,data:data85};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
for(const key20 of Object.keys(data85)){
if(!(((((key20 === "connection") || (key20 === "query")) || (key20 === "file")) || (key20 === "params")) || (key20 === "cursor"))){
const err214 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.postgres,data:data85};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
if(data85.connection !== undefined && func0.call(data85, "connection")){
let data86 = data85.connection;
if(typeof data86 === "string"){
if(func52(data86) < 1){
const err215 = {instancePath:instancePath+"/source/postgres/connection",schemaPath:"#/properties/source/properties/postgres/properties/connection/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.connection,data:data86};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
else {
const err216 = {instancePath:instancePath+"/source/postgres/connection",schemaPath:"#/properties/source/properties/postgres/properties/connection/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.connection.type,parentSchema:schema13.properties.source.properties.postgres.properties.connection,data:data86};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
}
if(data85.query !== undefined && func0.call(data85, "query")){
let data87 = data85.query;
if(typeof data87 === "string"){
if(func52(data87) < 1){
const err217 = {instancePath:instancePath+"/source/postgres/query",schemaPath:"#/properties/source/properties/postgres/properties/query/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.query,data:data87};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/source/postgres/query",schemaPath:"#/properties/source/properties/postgres/properties/query/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.query.type,parentSchema:schema13.properties.source.properties.postgres.properties.query,data:data87};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data85.file !== undefined && func0.call(data85, "file")){
let data88 = data85.file;
if(typeof data88 === "string"){
if(func52(data88) < 1){
const err219 = {instancePath:instancePath+"/source/postgres/file",schemaPath:"#/properties/source/properties/postgres/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.file,data:data88};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
if(!pattern13.test(data88)){
const err220 = {instancePath:instancePath+"/source/postgres/file",schemaPath:"#/properties/source/properties/postgres/properties/file/pattern",keyword:"pattern",params:{pattern: "\\.[sS][qQ][lL]$"},message:"must match pattern \""+"\\.[sS][qQ][lL]$"+"\"",schema:"\\.[sS][qQ][lL]$",parentSchema:schema13.properties.source.properties.postgres.properties.file,data:data88};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
}
else {
const err221 = {instancePath:instancePath+"/source/postgres/file",schemaPath:"#/properties/source/properties/postgres/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.file.type,parentSchema:schema13.properties.source.properties.postgres.properties.file,data:data88};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data85.params !== undefined && func0.call(data85, "params")){
let data89 = data85.params;
if(Array.isArray(data89)){
const len4 = data89.length;
for(let i7=0; i7<len4; i7++){
let data90 = data89[i7];
const _errs218 = errors;
let valid40 = false;
const _errs219 = errors;
if(typeof data90 !== "string"){
const err222 = {instancePath:instancePath+"/source/postgres/params/" + i7,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[0].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[0],data:data90};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
var _valid4 = _errs219 === errors;
valid40 = valid40 || _valid4;
if(!valid40){
const _errs221 = errors;
if(!((typeof data90 == "number") && (isFinite(data90)))){
const err223 = {instancePath:instancePath+"/source/postgres/params/" + i7,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/1/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[1].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[1],data:data90};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
var _valid4 = _errs221 === errors;
valid40 = valid40 || _valid4;
if(!valid40){
const _errs223 = errors;
if(typeof data90 !== "boolean"){
const err224 = {instancePath:instancePath+"/source/postgres/params/" + i7,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/2/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[2].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[2],data:data90};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
var _valid4 = _errs223 === errors;
valid40 = valid40 || _valid4;
if(!valid40){
const _errs225 = errors;
if(data90 !== null){
const err225 = {instancePath:instancePath+"/source/postgres/params/" + i7,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/3/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[3].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[3],data:data90};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
var _valid4 = _errs225 === errors;
valid40 = valid40 || _valid4;
}
}
}
if(!valid40){
const err226 = {instancePath:instancePath+"/source/postgres/params/" + i7,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf,parentSchema:schema13.properties.source.properties.postgres.properties.params.items,data:data90};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
else {
errors = _errs218;
if(vErrors !== null){
if(_errs218){
vErrors.length = _errs218;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err227 = {instancePath:instancePath+"/source/postgres/params",schemaPath:"#/properties/source/properties/postgres/properties/params/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.postgres.properties.params.type,parentSchema:schema13.properties.source.properties.postgres.properties.params,data:data89};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data85.cursor !== undefined && func0.call(data85, "cursor")){
let data91 = data85.cursor;
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
if((data91.column === undefined) || (!(func0.call(data91, "column")))){
const err228 = {instancePath:instancePath+"/source/postgres/cursor",schemaPath:"#/properties/source/properties/postgres/properties/cursor/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema13.properties.source.properties.postgres.properties.cursor.required,parentSchema:schema13.properties.source.properties.postgres.properties.cursor,data:data91};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
for(const key21 of Object.keys(data91)){
if(!((key21 === "column") || (key21 === "lag"))){
const err229 = {instancePath:instancePath+"/source/postgres/cursor",schemaPath:"#/properties/source/properties/postgres/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.postgres.properties.cursor,data:data91};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
if(data91.column !== undefined && func0.call(data91, "column")){
let data92 = data91.column;
if(typeof data92 === "string"){
if(func52(data92) < 1){
const err230 = {instancePath:instancePath+"/source/postgres/cursor/column",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.column,data:data92};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
else {
const err231 = {instancePath:instancePath+"/source/postgres/cursor/column",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.column.type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.column,data:data92};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data91.lag !== undefined && func0.call(data91, "lag")){
let data93 = data91.lag;
const _errs233 = errors;
let valid42 = false;
const _errs234 = errors;
if(typeof data93 === "string"){
if(!pattern14.test(data93)){
const err232 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"},message:"must match pattern \""+"^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"+"\"",schema:"^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$",parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[0],data:data93};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
else {
const err233 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[0].type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[0],data:data93};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
var _valid5 = _errs234 === errors;
valid42 = valid42 || _valid5;
if(!valid42){
const _errs236 = errors;
if(!(((typeof data93 == "number") && (!(data93 % 1) && !isNaN(data93))) && (isFinite(data93)))){
const err234 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1].type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1],data:data93};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
if((typeof data93 == "number") && (isFinite(data93))){
if(data93 > 9007199254740991 || isNaN(data93)){
const err235 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1],data:data93};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
if(data93 < 0 || isNaN(data93)){
const err236 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1],data:data93};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
}
var _valid5 = _errs236 === errors;
valid42 = valid42 || _valid5;
}
if(!valid42){
const err237 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag,data:data93};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
else {
errors = _errs233;
if(vErrors !== null){
if(_errs233){
vErrors.length = _errs233;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err238 = {instancePath:instancePath+"/source/postgres/cursor",schemaPath:"#/properties/source/properties/postgres/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.postgres.properties.cursor.type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor,data:data91};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
}
else {
const err239 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.postgres.type,parentSchema:schema13.properties.source.properties.postgres,data:data85};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
}
if(data3.sqlite !== undefined && func0.call(data3, "sqlite")){
let data94 = data3.sqlite;
const _errs240 = errors;
let valid43 = false;
let passing1 = null;
const _errs241 = errors;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if((data94.query === undefined) || (!(func0.call(data94, "query")))){
const err240 = {instancePath:instancePath+"/source/sqlite",schemaPath:"#/properties/source/properties/sqlite/oneOf/0/required",keyword:"required",params:{missingProperty: "query"},message:"must have required property '"+"query"+"'",schema:schema13.properties.source.properties.sqlite.oneOf[0].required,parentSchema:schema13.properties.source.properties.sqlite.oneOf[0],data:data94};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
var _valid6 = _errs241 === errors;
if(_valid6){
valid43 = true;
passing1 = 0;
}
const _errs242 = errors;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if((data94.file === undefined) || (!(func0.call(data94, "file")))){
const err241 = {instancePath:instancePath+"/source/sqlite",schemaPath:"#/properties/source/properties/sqlite/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema13.properties.source.properties.sqlite.oneOf[1].required,parentSchema:schema13.properties.source.properties.sqlite.oneOf[1],data:data94};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
var _valid6 = _errs242 === errors;
if(_valid6 && valid43){
valid43 = false;
passing1 = [passing1, 1];
}
else {
if(_valid6){
valid43 = true;
passing1 = 1;
}
}
if(!valid43){
const err242 = {instancePath:instancePath+"/source/sqlite",schemaPath:"#/properties/source/properties/sqlite/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema13.properties.source.properties.sqlite.oneOf,parentSchema:schema13.properties.source.properties.sqlite,data:data94};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
else {
errors = _errs240;
if(vErrors !== null){
if(_errs240){
vErrors.length = _errs240;
}
else {
vErrors = null;
}
}
}
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
if((data94.path === undefined) || (!(func0.call(data94, "path")))){
const err243 = {instancePath:instancePath+"/source/sqlite",schemaPath:"#/properties/source/properties/sqlite/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'",schema:schema13.properties.source.properties.sqlite.required,parentSchema:schema13.properties.source.properties.sqlite,data:data94};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
for(const key22 of Object.keys(data94)){
if(!(((((key22 === "path") || (key22 === "query")) || (key22 === "file")) || (key22 === "params")) || (key22 === "cursor"))){
const err244 = {instancePath:instancePath+"/source/sqlite",schemaPath:"#/properties/source/properties/sqlite/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.sqlite,data:data94};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data94.path !== undefined && func0.call(data94, "path")){
let data95 = data94.path;
if(typeof data95 === "string"){
if(func52(data95) < 1){
const err245 = {instancePath:instancePath+"/source/sqlite/path",schemaPath:"#/properties/source/properties/sqlite/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.sqlite.properties.path,data:data95};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
}
else {
const err246 = {instancePath:instancePath+"/source/sqlite/path",schemaPath:"#/properties/source/properties/sqlite/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.sqlite.properties.path.type,parentSchema:schema13.properties.source.properties.sqlite.properties.path,data:data95};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data94.query !== undefined && func0.call(data94, "query")){
let data96 = data94.query;
if(typeof data96 === "string"){
if(func52(data96) < 1){
const err247 = {instancePath:instancePath+"/source/sqlite/query",schemaPath:"#/properties/source/properties/sqlite/properties/query/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.sqlite.properties.query,data:data96};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
}
else {
const err248 = {instancePath:instancePath+"/source/sqlite/query",schemaPath:"#/properties/source/properties/sqlite/properties/query/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.sqlite.properties.query.type,parentSchema:schema13.properties.source.properties.sqlite.properties.query,data:data96};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data94.file !== undefined && func0.call(data94, "file")){
let data97 = data94.file;
if(typeof data97 === "string"){
if(func52(data97) < 1){
const err249 = {instancePath:instancePath+"/source/sqlite/file",schemaPath:"#/properties/source/properties/sqlite/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.sqlite.properties.file,data:data97};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(!pattern13.test(data97)){
const err250 = {instancePath:instancePath+"/source/sqlite/file",schemaPath:"#/properties/source/properties/sqlite/properties/file/pattern",keyword:"pattern",params:{pattern: "\\.[sS][qQ][lL]$"},message:"must match pattern \""+"\\.[sS][qQ][lL]$"+"\"",schema:"\\.[sS][qQ][lL]$",parentSchema:schema13.properties.source.properties.sqlite.properties.file,data:data97};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/source/sqlite/file",schemaPath:"#/properties/source/properties/sqlite/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.sqlite.properties.file.type,parentSchema:schema13.properties.source.properties.sqlite.properties.file,data:data97};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data94.params !== undefined && func0.call(data94, "params")){
let data98 = data94.params;
if(Array.isArray(data98)){
const len5 = data98.length;
for(let i8=0; i8<len5; i8++){
let data99 = data98[i8];
const _errs253 = errors;
let valid47 = false;
const _errs254 = errors;
if(typeof data99 !== "string"){
const err252 = {instancePath:instancePath+"/source/sqlite/params/" + i8,schemaPath:"#/properties/source/properties/sqlite/properties/params/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[0].type,parentSchema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[0],data:data99};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
var _valid7 = _errs254 === errors;
valid47 = valid47 || _valid7;
if(!valid47){
const _errs256 = errors;
if(!((typeof data99 == "number") && (isFinite(data99)))){
const err253 = {instancePath:instancePath+"/source/sqlite/params/" + i8,schemaPath:"#/properties/source/properties/sqlite/properties/params/items/anyOf/1/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[1].type,parentSchema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[1],data:data99};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
var _valid7 = _errs256 === errors;
valid47 = valid47 || _valid7;
if(!valid47){
const _errs258 = errors;
if(typeof data99 !== "boolean"){
const err254 = {instancePath:instancePath+"/source/sqlite/params/" + i8,schemaPath:"#/properties/source/properties/sqlite/properties/params/items/anyOf/2/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[2].type,parentSchema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[2],data:data99};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
var _valid7 = _errs258 === errors;
valid47 = valid47 || _valid7;
if(!valid47){
const _errs260 = errors;
if(data99 !== null){
const err255 = {instancePath:instancePath+"/source/sqlite/params/" + i8,schemaPath:"#/properties/source/properties/sqlite/properties/params/items/anyOf/3/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[3].type,parentSchema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf[3],data:data99};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
var _valid7 = _errs260 === errors;
valid47 = valid47 || _valid7;
}
}
}
if(!valid47){
const err256 = {instancePath:instancePath+"/source/sqlite/params/" + i8,schemaPath:"#/properties/source/properties/sqlite/properties/params/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.sqlite.properties.params.items.anyOf,parentSchema:schema13.properties.source.properties.sqlite.properties.params.items,data:data99};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
else {
errors = _errs253;
if(vErrors !== null){
if(_errs253){
vErrors.length = _errs253;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err257 = {instancePath:instancePath+"/source/sqlite/params",schemaPath:"#/properties/source/properties/sqlite/properties/params/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.sqlite.properties.params.type,parentSchema:schema13.properties.source.properties.sqlite.properties.params,data:data98};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
if(data94.cursor !== undefined && func0.call(data94, "cursor")){
let data100 = data94.cursor;
if(data100 && typeof data100 == "object" && !Array.isArray(data100)){
if((data100.column === undefined) || (!(func0.call(data100, "column")))){
const err258 = {instancePath:instancePath+"/source/sqlite/cursor",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema13.properties.source.properties.sqlite.properties.cursor.required,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor,data:data100};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
for(const key23 of Object.keys(data100)){
if(!((key23 === "column") || (key23 === "lag"))){
const err259 = {instancePath:instancePath+"/source/sqlite/cursor",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor,data:data100};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
}
if(data100.column !== undefined && func0.call(data100, "column")){
let data101 = data100.column;
if(typeof data101 === "string"){
if(func52(data101) < 1){
const err260 = {instancePath:instancePath+"/source/sqlite/cursor/column",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.column,data:data101};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
else {
const err261 = {instancePath:instancePath+"/source/sqlite/cursor/column",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.sqlite.properties.cursor.properties.column.type,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.column,data:data101};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data100.lag !== undefined && func0.call(data100, "lag")){
let data102 = data100.lag;
const _errs268 = errors;
let valid49 = false;
const _errs269 = errors;
if(typeof data102 === "string"){
if(!pattern14.test(data102)){
const err262 = {instancePath:instancePath+"/source/sqlite/cursor/lag",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/lag/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"},message:"must match pattern \""+"^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"+"\"",schema:"^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$",parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[0],data:data102};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
else {
const err263 = {instancePath:instancePath+"/source/sqlite/cursor/lag",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/lag/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[0].type,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[0],data:data102};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
var _valid8 = _errs269 === errors;
valid49 = valid49 || _valid8;
if(!valid49){
const _errs271 = errors;
if(!(((typeof data102 == "number") && (!(data102 % 1) && !isNaN(data102))) && (isFinite(data102)))){
const err264 = {instancePath:instancePath+"/source/sqlite/cursor/lag",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/lag/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[1].type,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[1],data:data102};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 9007199254740991 || isNaN(data102)){
const err265 = {instancePath:instancePath+"/source/sqlite/cursor/lag",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/lag/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[1],data:data102};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
if(data102 < 0 || isNaN(data102)){
const err266 = {instancePath:instancePath+"/source/sqlite/cursor/lag",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/lag/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf[1],data:data102};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
}
var _valid8 = _errs271 === errors;
valid49 = valid49 || _valid8;
}
if(!valid49){
const err267 = {instancePath:instancePath+"/source/sqlite/cursor/lag",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/properties/lag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag.anyOf,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor.properties.lag,data:data102};
if(vErrors === null){
vErrors = [err267];
}
else {
vErrors.push(err267);
}
errors++;
}
else {
errors = _errs268;
if(vErrors !== null){
if(_errs268){
vErrors.length = _errs268;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err268 = {instancePath:instancePath+"/source/sqlite/cursor",schemaPath:"#/properties/source/properties/sqlite/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.sqlite.properties.cursor.type,parentSchema:schema13.properties.source.properties.sqlite.properties.cursor,data:data100};
if(vErrors === null){
vErrors = [err268];
}
else {
vErrors.push(err268);
}
errors++;
}
}
}
else {
const err269 = {instancePath:instancePath+"/source/sqlite",schemaPath:"#/properties/source/properties/sqlite/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.sqlite.type,parentSchema:schema13.properties.source.properties.sqlite,data:data94};
if(vErrors === null){
vErrors = [err269];
}
else {
vErrors.push(err269);
}
errors++;
}
}
}
else {
const err270 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.type,parentSchema:schema13.properties.source,data:data3};
if(vErrors === null){
vErrors = [err270];
}
else {
vErrors.push(err270);
}
errors++;
}
}
if(data.target !== undefined && func0.call(data, "target")){
let data103 = data.target;
if(data103 && typeof data103 == "object" && !Array.isArray(data103)){
if((data103.object === undefined) || (!(func0.call(data103, "object")))){
const err271 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "object"},message:"must have required property '"+"object"+"'",schema:schema13.properties.target.required,parentSchema:schema13.properties.target,data:data103};
if(vErrors === null){
vErrors = [err271];
}
else {
vErrors.push(err271);
}
errors++;
}
for(const key24 of Object.keys(data103)){
if(!((key24 === "object") || (key24 === "resend"))){
const err272 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.target,data:data103};
if(vErrors === null){
vErrors = [err272];
}
else {
vErrors.push(err272);
}
errors++;
}
}
if(data103.object !== undefined && func0.call(data103, "object")){
let data104 = data103.object;
if(typeof data104 === "string"){
if(func52(data104) < 1){
const err273 = {instancePath:instancePath+"/target/object",schemaPath:"#/properties/target/properties/object/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.target.properties.object,data:data104};
if(vErrors === null){
vErrors = [err273];
}
else {
vErrors.push(err273);
}
errors++;
}
}
else {
const err274 = {instancePath:instancePath+"/target/object",schemaPath:"#/properties/target/properties/object/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.target.properties.object.type,parentSchema:schema13.properties.target.properties.object,data:data104};
if(vErrors === null){
vErrors = [err274];
}
else {
vErrors.push(err274);
}
errors++;
}
}
if(data103.resend !== undefined && func0.call(data103, "resend")){
let data105 = data103.resend;
if(typeof data105 !== "boolean"){
const err275 = {instancePath:instancePath+"/target/resend",schemaPath:"#/properties/target/properties/resend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.target.properties.resend.type,parentSchema:schema13.properties.target.properties.resend,data:data105};
if(vErrors === null){
vErrors = [err275];
}
else {
vErrors.push(err275);
}
errors++;
}
}
}
else {
const err276 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.target.type,parentSchema:schema13.properties.target,data:data103};
if(vErrors === null){
vErrors = [err276];
}
else {
vErrors.push(err276);
}
errors++;
}
}
if(data.mode !== undefined && func0.call(data, "mode")){
let data106 = data.mode;
if(typeof data106 !== "string"){
const err277 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.mode.type,parentSchema:schema13.properties.mode,data:data106};
if(vErrors === null){
vErrors = [err277];
}
else {
vErrors.push(err277);
}
errors++;
}
if(!(((data106 === "insert") || (data106 === "update")) || (data106 === "upsert"))){
const err278 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema13.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.mode.enum,parentSchema:schema13.properties.mode,data:data106};
if(vErrors === null){
vErrors = [err278];
}
else {
vErrors.push(err278);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
let data107 = data.key;
if(typeof data107 === "string"){
if(func52(data107) < 1){
const err279 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.key,data:data107};
if(vErrors === null){
vErrors = [err279];
}
else {
vErrors.push(err279);
}
errors++;
}
}
else {
const err280 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.key.type,parentSchema:schema13.properties.key,data:data107};
if(vErrors === null){
vErrors = [err280];
}
else {
vErrors.push(err280);
}
errors++;
}
}
if(data.fields !== undefined && func0.call(data, "fields")){
let data108 = data.fields;
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
if(Object.keys(data108).length < 1){
const err281 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.fields,data:data108};
if(vErrors === null){
vErrors = [err281];
}
else {
vErrors.push(err281);
}
errors++;
}
for(const key25 of Object.keys(data108)){
let data109 = data108[key25];
const _errs288 = errors;
let valid52 = false;
let passing2 = null;
const _errs289 = errors;
if(typeof data109 === "string"){
if(func52(data109) < 1){
const err282 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.fields.additionalProperties.oneOf[0],data:data109};
if(vErrors === null){
vErrors = [err282];
}
else {
vErrors.push(err282);
}
errors++;
}
}
else {
const err283 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[0].type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[0],data:data109};
if(vErrors === null){
vErrors = [err283];
}
else {
vErrors.push(err283);
}
errors++;
}
var _valid9 = _errs289 === errors;
if(_valid9){
valid52 = true;
passing2 = 0;
}
const _errs291 = errors;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if((data109.value === undefined) || (!(func0.call(data109, "value")))){
const err284 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/1/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema13.properties.fields.additionalProperties.oneOf[1].required,parentSchema:schema13.properties.fields.additionalProperties.oneOf[1],data:data109};
if(vErrors === null){
vErrors = [err284];
}
else {
vErrors.push(err284);
}
errors++;
}
for(const key26 of Object.keys(data109)){
if(!(key26 === "value")){
const err285 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.fields.additionalProperties.oneOf[1],data:data109};
if(vErrors === null){
vErrors = [err285];
}
else {
vErrors.push(err285);
}
errors++;
}
}
}
else {
const err286 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.fields.additionalProperties.oneOf[1].type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[1],data:data109};
if(vErrors === null){
vErrors = [err286];
}
else {
vErrors.push(err286);
}
errors++;
}
var _valid9 = _errs291 === errors;
if(_valid9 && valid52){
valid52 = false;
passing2 = [passing2, 1];
}
else {
if(_valid9){
valid52 = true;
passing2 = 1;
}
const _errs294 = errors;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if((data109.expr === undefined) || (!(func0.call(data109, "expr")))){
const err287 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/2/required",keyword:"required",params:{missingProperty: "expr"},message:"must have required property '"+"expr"+"'",schema:schema13.properties.fields.additionalProperties.oneOf[2].required,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2],data:data109};
if(vErrors === null){
vErrors = [err287];
}
else {
vErrors.push(err287);
}
errors++;
}
for(const key27 of Object.keys(data109)){
if(!((((key27 === "expr") || (key27 === "required")) || (key27 === "by")) || (key27 === "missing"))){
const err288 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2],data:data109};
if(vErrors === null){
vErrors = [err288];
}
else {
vErrors.push(err288);
}
errors++;
}
}
if(data109.expr !== undefined && func0.call(data109, "expr")){
let data110 = data109.expr;
if(typeof data110 === "string"){
if(func52(data110) < 1){
const err289 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/expr",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/expr/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.expr,data:data110};
if(vErrors === null){
vErrors = [err289];
}
else {
vErrors.push(err289);
}
errors++;
}
}
else {
const err290 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/expr",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/expr/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.expr.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.expr,data:data110};
if(vErrors === null){
vErrors = [err290];
}
else {
vErrors.push(err290);
}
errors++;
}
}
if(data109.required !== undefined && func0.call(data109, "required")){
let data111 = data109.required;
if(typeof data111 !== "boolean"){
const err291 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.required.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.required,data:data111};
if(vErrors === null){
vErrors = [err291];
}
else {
vErrors.push(err291);
}
errors++;
}
}
if(data109.by !== undefined && func0.call(data109, "by")){
let data112 = data109.by;
if(typeof data112 !== "string"){
const err292 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/by",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by,data:data112};
if(vErrors === null){
vErrors = [err292];
}
else {
vErrors.push(err292);
}
errors++;
}
if(!((((data112 === "externalId") || (data112 === "sourceId")) || (data112 === "email")) || (data112 === "name"))){
const err293 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/by",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/by/enum",keyword:"enum",params:{allowedValues: schema13.properties.fields.additionalProperties.oneOf[2].properties.by.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by.enum,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by,data:data112};
if(vErrors === null){
vErrors = [err293];
}
else {
vErrors.push(err293);
}
errors++;
}
}
if(data109.missing !== undefined && func0.call(data109, "missing")){
let data113 = data109.missing;
if(typeof data113 !== "string"){
const err294 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/missing",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/missing/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.missing.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.missing,data:data113};
if(vErrors === null){
vErrors = [err294];
}
else {
vErrors.push(err294);
}
errors++;
}
if(!((data113 === "reject") || (data113 === "omit"))){
const err295 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1")+"/missing",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/missing/enum",keyword:"enum",params:{allowedValues: schema13.properties.fields.additionalProperties.oneOf[2].properties.missing.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.missing.enum,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.missing,data:data113};
if(vErrors === null){
vErrors = [err295];
}
else {
vErrors.push(err295);
}
errors++;
}
}
}
else {
const err296 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.fields.additionalProperties.oneOf[2].type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2],data:data109};
if(vErrors === null){
vErrors = [err296];
}
else {
vErrors.push(err296);
}
errors++;
}
var _valid9 = _errs294 === errors;
if(_valid9 && valid52){
valid52 = false;
passing2 = [passing2, 2];
}
else {
if(_valid9){
valid52 = true;
passing2 = 2;
}
}
}
if(!valid52){
const err297 = {instancePath:instancePath+"/fields/" + key25.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema13.properties.fields.additionalProperties.oneOf,parentSchema:schema13.properties.fields.additionalProperties,data:data109};
if(vErrors === null){
vErrors = [err297];
}
else {
vErrors.push(err297);
}
errors++;
}
else {
errors = _errs288;
if(vErrors !== null){
if(_errs288){
vErrors.length = _errs288;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err298 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.fields.type,parentSchema:schema13.properties.fields,data:data108};
if(vErrors === null){
vErrors = [err298];
}
else {
vErrors.push(err298);
}
errors++;
}
}
if(data.batch !== undefined && func0.call(data, "batch")){
let data114 = data.batch;
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
for(const key28 of Object.keys(data114)){
if(!(key28 === "size")){
const err299 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.batch,data:data114};
if(vErrors === null){
vErrors = [err299];
}
else {
vErrors.push(err299);
}
errors++;
}
}
if(data114.size !== undefined && func0.call(data114, "size")){
let data115 = data114.size;
const _errs309 = errors;
let valid55 = false;
const _errs310 = errors;
if(typeof data115 !== "string"){
const err300 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.batch.properties.size.anyOf[0].type,parentSchema:schema13.properties.batch.properties.size.anyOf[0],data:data115};
if(vErrors === null){
vErrors = [err300];
}
else {
vErrors.push(err300);
}
errors++;
}
if("auto" !== data115){
const err301 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/0/const",keyword:"const",params:{allowedValue: "auto"},message:"must be equal to constant",schema:"auto",parentSchema:schema13.properties.batch.properties.size.anyOf[0],data:data115};
if(vErrors === null){
vErrors = [err301];
}
else {
vErrors.push(err301);
}
errors++;
}
var _valid10 = _errs310 === errors;
valid55 = valid55 || _valid10;
if(!valid55){
const _errs312 = errors;
if(!(((typeof data115 == "number") && (!(data115 % 1) && !isNaN(data115))) && (isFinite(data115)))){
const err302 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.batch.properties.size.anyOf[1].type,parentSchema:schema13.properties.batch.properties.size.anyOf[1],data:data115};
if(vErrors === null){
vErrors = [err302];
}
else {
vErrors.push(err302);
}
errors++;
}
if((typeof data115 == "number") && (isFinite(data115))){
if(data115 > 5000 || isNaN(data115)){
const err303 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5000},message:"must be <= 5000",schema:5000,parentSchema:schema13.properties.batch.properties.size.anyOf[1],data:data115};
if(vErrors === null){
vErrors = [err303];
}
else {
vErrors.push(err303);
}
errors++;
}
if(data115 < 1 || isNaN(data115)){
const err304 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.batch.properties.size.anyOf[1],data:data115};
if(vErrors === null){
vErrors = [err304];
}
else {
vErrors.push(err304);
}
errors++;
}
}
var _valid10 = _errs312 === errors;
valid55 = valid55 || _valid10;
}
if(!valid55){
const err305 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.batch.properties.size.anyOf,parentSchema:schema13.properties.batch.properties.size,data:data115};
if(vErrors === null){
vErrors = [err305];
}
else {
vErrors.push(err305);
}
errors++;
}
else {
errors = _errs309;
if(vErrors !== null){
if(_errs309){
vErrors.length = _errs309;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err306 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.batch.type,parentSchema:schema13.properties.batch,data:data114};
if(vErrors === null){
vErrors = [err306];
}
else {
vErrors.push(err306);
}
errors++;
}
}
if(data.guards !== undefined && func0.call(data, "guards")){
let data116 = data.guards;
if(data116 && typeof data116 == "object" && !Array.isArray(data116)){
for(const key29 of Object.keys(data116)){
if(!(((key29 === "minRows") || (key29 === "maxRejected")) || (key29 === "maxChanges"))){
const err307 = {instancePath:instancePath+"/guards",schemaPath:"#/properties/guards/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key29},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.guards,data:data116};
if(vErrors === null){
vErrors = [err307];
}
else {
vErrors.push(err307);
}
errors++;
}
}
if(data116.minRows !== undefined && func0.call(data116, "minRows")){
let data117 = data116.minRows;
if(!(((typeof data117 == "number") && (!(data117 % 1) && !isNaN(data117))) && (isFinite(data117)))){
const err308 = {instancePath:instancePath+"/guards/minRows",schemaPath:"#/properties/guards/properties/minRows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.guards.properties.minRows.type,parentSchema:schema13.properties.guards.properties.minRows,data:data117};
if(vErrors === null){
vErrors = [err308];
}
else {
vErrors.push(err308);
}
errors++;
}
if((typeof data117 == "number") && (isFinite(data117))){
if(data117 < 0 || isNaN(data117)){
const err309 = {instancePath:instancePath+"/guards/minRows",schemaPath:"#/properties/guards/properties/minRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.guards.properties.minRows,data:data117};
if(vErrors === null){
vErrors = [err309];
}
else {
vErrors.push(err309);
}
errors++;
}
}
}
if(data116.maxRejected !== undefined && func0.call(data116, "maxRejected")){
let data118 = data116.maxRejected;
const _errs320 = errors;
let valid57 = false;
const _errs321 = errors;
if(typeof data118 === "string"){
if(!pattern3.test(data118)){
const err310 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"},message:"must match pattern \""+"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"+"\"",schema:"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[0],data:data118};
if(vErrors === null){
vErrors = [err310];
}
else {
vErrors.push(err310);
}
errors++;
}
}
else {
const err311 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.guards.properties.maxRejected.anyOf[0].type,parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[0],data:data118};
if(vErrors === null){
vErrors = [err311];
}
else {
vErrors.push(err311);
}
errors++;
}
var _valid11 = _errs321 === errors;
valid57 = valid57 || _valid11;
if(!valid57){
const _errs323 = errors;
if(!(((typeof data118 == "number") && (!(data118 % 1) && !isNaN(data118))) && (isFinite(data118)))){
const err312 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.guards.properties.maxRejected.anyOf[1].type,parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[1],data:data118};
if(vErrors === null){
vErrors = [err312];
}
else {
vErrors.push(err312);
}
errors++;
}
if((typeof data118 == "number") && (isFinite(data118))){
if(data118 < 0 || isNaN(data118)){
const err313 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[1],data:data118};
if(vErrors === null){
vErrors = [err313];
}
else {
vErrors.push(err313);
}
errors++;
}
}
var _valid11 = _errs323 === errors;
valid57 = valid57 || _valid11;
}
if(!valid57){
const err314 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.guards.properties.maxRejected.anyOf,parentSchema:schema13.properties.guards.properties.maxRejected,data:data118};
if(vErrors === null){
vErrors = [err314];
}
else {
vErrors.push(err314);
}
errors++;
}
else {
errors = _errs320;
if(vErrors !== null){
if(_errs320){
vErrors.length = _errs320;
}
else {
vErrors = null;
}
}
}
}
if(data116.maxChanges !== undefined && func0.call(data116, "maxChanges")){
let data119 = data116.maxChanges;
const _errs326 = errors;
let valid58 = false;
const _errs327 = errors;
if(typeof data119 === "string"){
if(!pattern3.test(data119)){
const err315 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"},message:"must match pattern \""+"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"+"\"",schema:"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[0],data:data119};
if(vErrors === null){
vErrors = [err315];
}
else {
vErrors.push(err315);
}
errors++;
}
}
else {
const err316 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.guards.properties.maxChanges.anyOf[0].type,parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[0],data:data119};
if(vErrors === null){
vErrors = [err316];
}
else {
vErrors.push(err316);
}
errors++;
}
var _valid12 = _errs327 === errors;
valid58 = valid58 || _valid12;
if(!valid58){
const _errs329 = errors;
if(!(((typeof data119 == "number") && (!(data119 % 1) && !isNaN(data119))) && (isFinite(data119)))){
const err317 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.guards.properties.maxChanges.anyOf[1].type,parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[1],data:data119};
if(vErrors === null){
vErrors = [err317];
}
else {
vErrors.push(err317);
}
errors++;
}
if((typeof data119 == "number") && (isFinite(data119))){
if(data119 < 0 || isNaN(data119)){
const err318 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[1],data:data119};
if(vErrors === null){
vErrors = [err318];
}
else {
vErrors.push(err318);
}
errors++;
}
}
var _valid12 = _errs329 === errors;
valid58 = valid58 || _valid12;
}
if(!valid58){
const err319 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.guards.properties.maxChanges.anyOf,parentSchema:schema13.properties.guards.properties.maxChanges,data:data119};
if(vErrors === null){
vErrors = [err319];
}
else {
vErrors.push(err319);
}
errors++;
}
else {
errors = _errs326;
if(vErrors !== null){
if(_errs326){
vErrors.length = _errs326;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err320 = {instancePath:instancePath+"/guards",schemaPath:"#/properties/guards/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.guards.type,parentSchema:schema13.properties.guards,data:data116};
if(vErrors === null){
vErrors = [err320];
}
else {
vErrors.push(err320);
}
errors++;
}
}
if(data.tests !== undefined && func0.call(data, "tests")){
let data120 = data.tests;
if(Array.isArray(data120)){
const len6 = data120.length;
for(let i9=0; i9<len6; i9++){
let data121 = data120[i9];
const _errs335 = errors;
let valid61 = false;
let passing3 = null;
const _errs336 = errors;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
if((data121.expect === undefined) || (!(func0.call(data121, "expect")))){
const err321 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/oneOf/0/required",keyword:"required",params:{missingProperty: "expect"},message:"must have required property '"+"expect"+"'",schema:schema13.properties.tests.items.oneOf[0].required,parentSchema:schema13.properties.tests.items.oneOf[0],data:data121};
if(vErrors === null){
vErrors = [err321];
}
else {
vErrors.push(err321);
}
errors++;
}
}
var _valid13 = _errs336 === errors;
if(_valid13){
valid61 = true;
passing3 = 0;
}
const _errs337 = errors;
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
if((data121.expectError === undefined) || (!(func0.call(data121, "expectError")))){
const err322 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/oneOf/1/required",keyword:"required",params:{missingProperty: "expectError"},message:"must have required property '"+"expectError"+"'",schema:schema13.properties.tests.items.oneOf[1].required,parentSchema:schema13.properties.tests.items.oneOf[1],data:data121};
if(vErrors === null){
vErrors = [err322];
}
else {
vErrors.push(err322);
}
errors++;
}
}
var _valid13 = _errs337 === errors;
if(_valid13 && valid61){
valid61 = false;
passing3 = [passing3, 1];
}
else {
if(_valid13){
valid61 = true;
passing3 = 1;
}
}
if(!valid61){
const err323 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf",schema:schema13.properties.tests.items.oneOf,parentSchema:schema13.properties.tests.items,data:data121};
if(vErrors === null){
vErrors = [err323];
}
else {
vErrors.push(err323);
}
errors++;
}
else {
errors = _errs335;
if(vErrors !== null){
if(_errs335){
vErrors.length = _errs335;
}
else {
vErrors = null;
}
}
}
if(data121 && typeof data121 == "object" && !Array.isArray(data121)){
if((data121.name === undefined) || (!(func0.call(data121, "name")))){
const err324 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.properties.tests.items.required,parentSchema:schema13.properties.tests.items,data:data121};
if(vErrors === null){
vErrors = [err324];
}
else {
vErrors.push(err324);
}
errors++;
}
if((data121.row === undefined) || (!(func0.call(data121, "row")))){
const err325 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/required",keyword:"required",params:{missingProperty: "row"},message:"must have required property '"+"row"+"'",schema:schema13.properties.tests.items.required,parentSchema:schema13.properties.tests.items,data:data121};
if(vErrors === null){
vErrors = [err325];
}
else {
vErrors.push(err325);
}
errors++;
}
for(const key30 of Object.keys(data121)){
if(!(((((key30 === "name") || (key30 === "row")) || (key30 === "now")) || (key30 === "expect")) || (key30 === "expectError"))){
const err326 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key30},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.tests.items,data:data121};
if(vErrors === null){
vErrors = [err326];
}
else {
vErrors.push(err326);
}
errors++;
}
}
if(data121.name !== undefined && func0.call(data121, "name")){
let data122 = data121.name;
if(typeof data122 === "string"){
if(func52(data122) < 1){
const err327 = {instancePath:instancePath+"/tests/" + i9+"/name",schemaPath:"#/properties/tests/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.tests.items.properties.name,data:data122};
if(vErrors === null){
vErrors = [err327];
}
else {
vErrors.push(err327);
}
errors++;
}
}
else {
const err328 = {instancePath:instancePath+"/tests/" + i9+"/name",schemaPath:"#/properties/tests/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.tests.items.properties.name.type,parentSchema:schema13.properties.tests.items.properties.name,data:data122};
if(vErrors === null){
vErrors = [err328];
}
else {
vErrors.push(err328);
}
errors++;
}
}
if(data121.row !== undefined && func0.call(data121, "row")){
let data123 = data121.row;
if(!(data123 && typeof data123 == "object" && !Array.isArray(data123))){
const err329 = {instancePath:instancePath+"/tests/" + i9+"/row",schemaPath:"#/properties/tests/items/properties/row/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.tests.items.properties.row.type,parentSchema:schema13.properties.tests.items.properties.row,data:data123};
if(vErrors === null){
vErrors = [err329];
}
else {
vErrors.push(err329);
}
errors++;
}
}
if(data121.now !== undefined && func0.call(data121, "now")){
let data124 = data121.now;
if(typeof data124 === "string"){
if(!(formats0(data124))){
const err330 = {instancePath:instancePath+"/tests/" + i9+"/now",schemaPath:"#/properties/tests/items/properties/now/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema13.properties.tests.items.properties.now,data:data124};
if(vErrors === null){
vErrors = [err330];
}
else {
vErrors.push(err330);
}
errors++;
}
}
else {
const err331 = {instancePath:instancePath+"/tests/" + i9+"/now",schemaPath:"#/properties/tests/items/properties/now/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.tests.items.properties.now.type,parentSchema:schema13.properties.tests.items.properties.now,data:data124};
if(vErrors === null){
vErrors = [err331];
}
else {
vErrors.push(err331);
}
errors++;
}
}
if(data121.expect !== undefined && func0.call(data121, "expect")){
let data125 = data121.expect;
if(!(data125 && typeof data125 == "object" && !Array.isArray(data125))){
const err332 = {instancePath:instancePath+"/tests/" + i9+"/expect",schemaPath:"#/properties/tests/items/properties/expect/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.tests.items.properties.expect.type,parentSchema:schema13.properties.tests.items.properties.expect,data:data125};
if(vErrors === null){
vErrors = [err332];
}
else {
vErrors.push(err332);
}
errors++;
}
}
if(data121.expectError !== undefined && func0.call(data121, "expectError")){
let data126 = data121.expectError;
if(typeof data126 === "string"){
if(func52(data126) < 1){
const err333 = {instancePath:instancePath+"/tests/" + i9+"/expectError",schemaPath:"#/properties/tests/items/properties/expectError/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.tests.items.properties.expectError,data:data126};
if(vErrors === null){
vErrors = [err333];
}
else {
vErrors.push(err333);
}
errors++;
}
}
else {
const err334 = {instancePath:instancePath+"/tests/" + i9+"/expectError",schemaPath:"#/properties/tests/items/properties/expectError/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.tests.items.properties.expectError.type,parentSchema:schema13.properties.tests.items.properties.expectError,data:data126};
if(vErrors === null){
vErrors = [err334];
}
else {
vErrors.push(err334);
}
errors++;
}
}
}
else {
const err335 = {instancePath:instancePath+"/tests/" + i9,schemaPath:"#/properties/tests/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.tests.items.type,parentSchema:schema13.properties.tests.items,data:data121};
if(vErrors === null){
vErrors = [err335];
}
else {
vErrors.push(err335);
}
errors++;
}
}
}
else {
const err336 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.tests.type,parentSchema:schema13.properties.tests,data:data120};
if(vErrors === null){
vErrors = [err336];
}
else {
vErrors.push(err336);
}
errors++;
}
}
}
else {
const err337 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err337];
}
else {
vErrors.push(err337);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

