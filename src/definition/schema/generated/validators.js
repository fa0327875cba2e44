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
if(!(((((((key0 === "version") || (key0 === "planhat")) || (key0 === "syncs")) || (key0 === "state")) || (key0 === "connections")) || (key0 === "lint")) || (key0 === "limits"))){
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
}
else {
const err37 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const sync = validate12;
const schema13 = syncSchema;
const pattern1 = new RegExp("\\S", "u");
const pattern2 = new RegExp("^[0-9]{1,9}(ms|s|m|h|d)$", "u");
const pattern3 = new RegExp("^[0-9]{1,9}(ms|s|m)$", "u");
const pattern4 = new RegExp("\\.[sS][qQ][lL]$", "u");
const pattern5 = new RegExp("^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$", "u");
const pattern6 = new RegExp("^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$", "u");
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
if(!pattern1.test(data1)){
const err10 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "\\S"},message:"must match pattern \""+"\\S"+"\"",schema:"\\S",parentSchema:schema13.properties.name,data:data1};
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
if(!(((key1 === "csv") || (key1 === "http")) || (key1 === "postgres"))){
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
if(!((((key6 === "basic") || (key6 === "bearer")) || (key6 === "header")) || (key6 === "oauth2"))){
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
if(data20.oauth2 !== undefined && func0.call(data20, "oauth2")){
let data28 = data20.oauth2;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if((data28.tokenUrl === undefined) || (!(func0.call(data28, "tokenUrl")))){
const err69 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "tokenUrl"},message:"must have required property '"+"tokenUrl"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data28};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if((data28.clientId === undefined) || (!(func0.call(data28, "clientId")))){
const err70 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "clientId"},message:"must have required property '"+"clientId"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data28};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if((data28.clientSecret === undefined) || (!(func0.call(data28, "clientSecret")))){
const err71 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/required",keyword:"required",params:{missingProperty: "clientSecret"},message:"must have required property '"+"clientSecret"+"'",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.required,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data28};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
for(const key9 of Object.keys(data28)){
if(!((((key9 === "tokenUrl") || (key9 === "clientId")) || (key9 === "clientSecret")) || (key9 === "scope"))){
const err72 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data28};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
if(data28.tokenUrl !== undefined && func0.call(data28, "tokenUrl")){
let data29 = data28.tokenUrl;
if(typeof data29 === "string"){
if(func52(data29) < 1){
const err73 = {instancePath:instancePath+"/source/http/auth/oauth2/tokenUrl",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/tokenUrl/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.tokenUrl,data:data29};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
else {
const err74 = {instancePath:instancePath+"/source/http/auth/oauth2/tokenUrl",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/tokenUrl/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.tokenUrl.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.tokenUrl,data:data29};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data28.clientId !== undefined && func0.call(data28, "clientId")){
let data30 = data28.clientId;
if(typeof data30 === "string"){
if(func52(data30) < 1){
const err75 = {instancePath:instancePath+"/source/http/auth/oauth2/clientId",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientId/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientId,data:data30};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
else {
const err76 = {instancePath:instancePath+"/source/http/auth/oauth2/clientId",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientId/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientId.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientId,data:data30};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
}
if(data28.clientSecret !== undefined && func0.call(data28, "clientSecret")){
let data31 = data28.clientSecret;
if(typeof data31 === "string"){
if(func52(data31) < 1){
const err77 = {instancePath:instancePath+"/source/http/auth/oauth2/clientSecret",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientSecret/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientSecret,data:data31};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/source/http/auth/oauth2/clientSecret",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/clientSecret/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientSecret.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.clientSecret,data:data31};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
if(data28.scope !== undefined && func0.call(data28, "scope")){
let data32 = data28.scope;
if(typeof data32 === "string"){
if(func52(data32) < 1){
const err79 = {instancePath:instancePath+"/source/http/auth/oauth2/scope",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/scope/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.scope,data:data32};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
else {
const err80 = {instancePath:instancePath+"/source/http/auth/oauth2/scope",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/properties/scope/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.scope.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.properties.scope,data:data32};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
}
else {
const err81 = {instancePath:instancePath+"/source/http/auth/oauth2",schemaPath:"#/properties/source/properties/http/properties/auth/properties/oauth2/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.properties.oauth2.type,parentSchema:schema13.properties.source.properties.http.properties.auth.properties.oauth2,data:data28};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
else {
const err82 = {instancePath:instancePath+"/source/http/auth",schemaPath:"#/properties/source/properties/http/properties/auth/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.auth.type,parentSchema:schema13.properties.source.properties.http.properties.auth,data:data20};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
if(data12.format !== undefined && func0.call(data12, "format")){
let data33 = data12.format;
if(typeof data33 !== "string"){
const err83 = {instancePath:instancePath+"/source/http/format",schemaPath:"#/properties/source/properties/http/properties/format/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.format.type,parentSchema:schema13.properties.source.properties.http.properties.format,data:data33};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
if(!(((data33 === "json") || (data33 === "ndjson")) || (data33 === "csv"))){
const err84 = {instancePath:instancePath+"/source/http/format",schemaPath:"#/properties/source/properties/http/properties/format/enum",keyword:"enum",params:{allowedValues: schema13.properties.source.properties.http.properties.format.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.source.properties.http.properties.format.enum,parentSchema:schema13.properties.source.properties.http.properties.format,data:data33};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data12.delimiter !== undefined && func0.call(data12, "delimiter")){
let data34 = data12.delimiter;
if(typeof data34 === "string"){
if(func52(data34) > 1){
const err85 = {instancePath:instancePath+"/source/http/delimiter",schemaPath:"#/properties/source/properties/http/properties/delimiter/maxLength",keyword:"maxLength",params:{limit: 1},message:"must NOT have more than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.delimiter,data:data34};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
if(func52(data34) < 1){
const err86 = {instancePath:instancePath+"/source/http/delimiter",schemaPath:"#/properties/source/properties/http/properties/delimiter/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.delimiter,data:data34};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
else {
const err87 = {instancePath:instancePath+"/source/http/delimiter",schemaPath:"#/properties/source/properties/http/properties/delimiter/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.delimiter.type,parentSchema:schema13.properties.source.properties.http.properties.delimiter,data:data34};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data12.records !== undefined && func0.call(data12, "records")){
let data35 = data12.records;
if(typeof data35 === "string"){
if(func52(data35) < 1){
const err88 = {instancePath:instancePath+"/source/http/records",schemaPath:"#/properties/source/properties/http/properties/records/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.records,data:data35};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
else {
const err89 = {instancePath:instancePath+"/source/http/records",schemaPath:"#/properties/source/properties/http/properties/records/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.records.type,parentSchema:schema13.properties.source.properties.http.properties.records,data:data35};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data12.pagination !== undefined && func0.call(data12, "pagination")){
let data36 = data12.pagination;
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
if(Object.keys(data36).length > 1){
const err90 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data36};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(Object.keys(data36).length < 1){
const err91 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data36};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
for(const key10 of Object.keys(data36)){
if(!(((((key10 === "page") || (key10 === "offset")) || (key10 === "cursor")) || (key10 === "link")) || (key10 === "nextUrl"))){
const err92 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data36};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data36.page !== undefined && func0.call(data36, "page")){
let data37 = data36.page;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
if((data37.param === undefined) || (!(func0.call(data37, "param")))){
const err93 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data37};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
for(const key11 of Object.keys(data37)){
if(!((((key11 === "param") || (key11 === "start")) || (key11 === "size")) || (key11 === "sizeParam"))){
const err94 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data37};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
}
if(data37.sizeParam !== undefined && func0.call(data37, "sizeParam")){
if((data37.size === undefined) || (!(func0.call(data37, "size")))){
const err95 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/dependencies",keyword:"dependencies",params:{property: "sizeParam",
    missingProperty: "size",
    depsCount: 1,
    deps: "size"},message:"must have property size when property sizeParam is present",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.dependencies,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data37};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(data37.param !== undefined && func0.call(data37, "param")){
let data38 = data37.param;
if(typeof data38 === "string"){
if(func52(data38) < 1){
const err96 = {instancePath:instancePath+"/source/http/pagination/page/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.param,data:data38};
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
const err97 = {instancePath:instancePath+"/source/http/pagination/page/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.param,data:data38};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
if(data37.start !== undefined && func0.call(data37, "start")){
let data39 = data37.start;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err98 = {instancePath:instancePath+"/source/http/pagination/page/start",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/start/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.start.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.start,data:data39};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 0 || isNaN(data39)){
const err99 = {instancePath:instancePath+"/source/http/pagination/page/start",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/start/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.start,data:data39};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
if(data37.size !== undefined && func0.call(data37, "size")){
let data40 = data37.size;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err100 = {instancePath:instancePath+"/source/http/pagination/page/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.size.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.size,data:data40};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 1 || isNaN(data40)){
const err101 = {instancePath:instancePath+"/source/http/pagination/page/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.size,data:data40};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
if(data37.sizeParam !== undefined && func0.call(data37, "sizeParam")){
let data41 = data37.sizeParam;
if(typeof data41 === "string"){
if(func52(data41) < 1){
const err102 = {instancePath:instancePath+"/source/http/pagination/page/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/sizeParam/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.sizeParam,data:data41};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
else {
const err103 = {instancePath:instancePath+"/source/http/pagination/page/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/properties/sizeParam/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.sizeParam.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page.properties.sizeParam,data:data41};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
}
else {
const err104 = {instancePath:instancePath+"/source/http/pagination/page",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/page/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.page.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.page,data:data37};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data36.offset !== undefined && func0.call(data36, "offset")){
let data42 = data36.offset;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if((data42.param === undefined) || (!(func0.call(data42, "param")))){
const err105 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data42};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
for(const key12 of Object.keys(data42)){
if(!(((key12 === "param") || (key12 === "size")) || (key12 === "sizeParam"))){
const err106 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data42};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data42.sizeParam !== undefined && func0.call(data42, "sizeParam")){
if((data42.size === undefined) || (!(func0.call(data42, "size")))){
const err107 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/dependencies",keyword:"dependencies",params:{property: "sizeParam",
    missingProperty: "size",
    depsCount: 1,
    deps: "size"},message:"must have property size when property sizeParam is present",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.dependencies,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data42};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data42.param !== undefined && func0.call(data42, "param")){
let data43 = data42.param;
if(typeof data43 === "string"){
if(func52(data43) < 1){
const err108 = {instancePath:instancePath+"/source/http/pagination/offset/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.param,data:data43};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/source/http/pagination/offset/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.param,data:data43};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data42.size !== undefined && func0.call(data42, "size")){
let data44 = data42.size;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err110 = {instancePath:instancePath+"/source/http/pagination/offset/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/size/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.size.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.size,data:data44};
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
const err111 = {instancePath:instancePath+"/source/http/pagination/offset/size",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/size/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.size,data:data44};
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
if(data42.sizeParam !== undefined && func0.call(data42, "sizeParam")){
let data45 = data42.sizeParam;
if(typeof data45 === "string"){
if(func52(data45) < 1){
const err112 = {instancePath:instancePath+"/source/http/pagination/offset/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/sizeParam/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.sizeParam,data:data45};
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
const err113 = {instancePath:instancePath+"/source/http/pagination/offset/sizeParam",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/properties/sizeParam/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.sizeParam.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset.properties.sizeParam,data:data45};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
else {
const err114 = {instancePath:instancePath+"/source/http/pagination/offset",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/offset/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.offset.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.offset,data:data42};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data36.cursor !== undefined && func0.call(data36, "cursor")){
let data46 = data36.cursor;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if((data46.param === undefined) || (!(func0.call(data46, "param")))){
const err115 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data46};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if((data46.next === undefined) || (!(func0.call(data46, "next")))){
const err116 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/required",keyword:"required",params:{missingProperty: "next"},message:"must have required property '"+"next"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data46};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
for(const key13 of Object.keys(data46)){
if(!((key13 === "param") || (key13 === "next"))){
const err117 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data46};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data46.param !== undefined && func0.call(data46, "param")){
let data47 = data46.param;
if(typeof data47 === "string"){
if(func52(data47) < 1){
const err118 = {instancePath:instancePath+"/source/http/pagination/cursor/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.param,data:data47};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/source/http/pagination/cursor/param",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.param,data:data47};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data46.next !== undefined && func0.call(data46, "next")){
let data48 = data46.next;
if(typeof data48 === "string"){
if(func52(data48) < 1){
const err120 = {instancePath:instancePath+"/source/http/pagination/cursor/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/next/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.next,data:data48};
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
const err121 = {instancePath:instancePath+"/source/http/pagination/cursor/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/properties/next/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.next.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.properties.next,data:data48};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
}
else {
const err122 = {instancePath:instancePath+"/source/http/pagination/cursor",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.cursor.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.cursor,data:data46};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data36.link !== undefined && func0.call(data36, "link")){
let data49 = data36.link;
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
for(const key14 of Object.keys(data49)){
const err123 = {instancePath:instancePath+"/source/http/pagination/link",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/link/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.link,data:data49};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/source/http/pagination/link",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/link/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.link.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.link,data:data49};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data36.nextUrl !== undefined && func0.call(data36, "nextUrl")){
let data50 = data36.nextUrl;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
if((data50.next === undefined) || (!(func0.call(data50, "next")))){
const err125 = {instancePath:instancePath+"/source/http/pagination/nextUrl",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/required",keyword:"required",params:{missingProperty: "next"},message:"must have required property '"+"next"+"'",schema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.required,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl,data:data50};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
for(const key15 of Object.keys(data50)){
if(!(key15 === "next")){
const err126 = {instancePath:instancePath+"/source/http/pagination/nextUrl",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl,data:data50};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data50.next !== undefined && func0.call(data50, "next")){
let data51 = data50.next;
if(typeof data51 === "string"){
if(func52(data51) < 1){
const err127 = {instancePath:instancePath+"/source/http/pagination/nextUrl/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/properties/next/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.properties.next,data:data51};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
else {
const err128 = {instancePath:instancePath+"/source/http/pagination/nextUrl/next",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/properties/next/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.properties.next.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.properties.next,data:data51};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/source/http/pagination/nextUrl",schemaPath:"#/properties/source/properties/http/properties/pagination/properties/nextUrl/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl.type,parentSchema:schema13.properties.source.properties.http.properties.pagination.properties.nextUrl,data:data50};
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
const err130 = {instancePath:instancePath+"/source/http/pagination",schemaPath:"#/properties/source/properties/http/properties/pagination/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.pagination.type,parentSchema:schema13.properties.source.properties.http.properties.pagination,data:data36};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data12.total !== undefined && func0.call(data12, "total")){
let data52 = data12.total;
if(typeof data52 === "string"){
if(func52(data52) < 1){
const err131 = {instancePath:instancePath+"/source/http/total",schemaPath:"#/properties/source/properties/http/properties/total/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.total,data:data52};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
else {
const err132 = {instancePath:instancePath+"/source/http/total",schemaPath:"#/properties/source/properties/http/properties/total/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.total.type,parentSchema:schema13.properties.source.properties.http.properties.total,data:data52};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data12.cursor !== undefined && func0.call(data12, "cursor")){
let data53 = data12.cursor;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
if((data53.column === undefined) || (!(func0.call(data53, "column")))){
const err133 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema13.properties.source.properties.http.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
if((data53.param === undefined) || (!(func0.call(data53, "param")))){
const err134 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/required",keyword:"required",params:{missingProperty: "param"},message:"must have required property '"+"param"+"'",schema:schema13.properties.source.properties.http.properties.cursor.required,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
for(const key16 of Object.keys(data53)){
if(!(((key16 === "column") || (key16 === "param")) || (key16 === "lag"))){
const err135 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data53.column !== undefined && func0.call(data53, "column")){
let data54 = data53.column;
if(typeof data54 === "string"){
if(func52(data54) < 1){
const err136 = {instancePath:instancePath+"/source/http/cursor/column",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.column,data:data54};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
else {
const err137 = {instancePath:instancePath+"/source/http/cursor/column",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.column.type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.column,data:data54};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
if(data53.param !== undefined && func0.call(data53, "param")){
let data55 = data53.param;
if(typeof data55 === "string"){
if(func52(data55) < 1){
const err138 = {instancePath:instancePath+"/source/http/cursor/param",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/param/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.param,data:data55};
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
const err139 = {instancePath:instancePath+"/source/http/cursor/param",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.param.type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.param,data:data55};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data53.lag !== undefined && func0.call(data53, "lag")){
let data56 = data53.lag;
const _errs139 = errors;
let valid28 = false;
const _errs140 = errors;
if(typeof data56 === "string"){
if(!pattern2.test(data56)){
const err140 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(ms|s|m|h|d)$"},message:"must match pattern \""+"^[0-9]{1,9}(ms|s|m|h|d)$"+"\"",schema:"^[0-9]{1,9}(ms|s|m|h|d)$",parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[0],data:data56};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[0].type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[0],data:data56};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
var _valid2 = _errs140 === errors;
valid28 = valid28 || _valid2;
if(!valid28){
const _errs142 = errors;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
const err142 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[1].type,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[1],data:data56};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 < 0 || isNaN(data56)){
const err143 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf[1],data:data56};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
var _valid2 = _errs142 === errors;
valid28 = valid28 || _valid2;
}
if(!valid28){
const err144 = {instancePath:instancePath+"/source/http/cursor/lag",schemaPath:"#/properties/source/properties/http/properties/cursor/properties/lag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.http.properties.cursor.properties.lag.anyOf,parentSchema:schema13.properties.source.properties.http.properties.cursor.properties.lag,data:data56};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
else {
errors = _errs139;
if(vErrors !== null){
if(_errs139){
vErrors.length = _errs139;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err145 = {instancePath:instancePath+"/source/http/cursor",schemaPath:"#/properties/source/properties/http/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.cursor.type,parentSchema:schema13.properties.source.properties.http.properties.cursor,data:data53};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data12.rateLimit !== undefined && func0.call(data12, "rateLimit")){
let data57 = data12.rateLimit;
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(Object.keys(data57).length > 1){
const err146 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data57};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
if(Object.keys(data57).length < 1){
const err147 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data57};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
for(const key17 of Object.keys(data57)){
if(!((key17 === "perMinute") || (key17 === "perSecond"))){
const err148 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data57};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data57.perMinute !== undefined && func0.call(data57, "perMinute")){
let data58 = data57.perMinute;
if(!(((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58))) && (isFinite(data58)))){
const err149 = {instancePath:instancePath+"/source/http/rateLimit/perMinute",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perMinute/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.rateLimit.properties.perMinute.type,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perMinute,data:data58};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if((typeof data58 == "number") && (isFinite(data58))){
if(data58 < 1 || isNaN(data58)){
const err150 = {instancePath:instancePath+"/source/http/rateLimit/perMinute",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perMinute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perMinute,data:data58};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
}
if(data57.perSecond !== undefined && func0.call(data57, "perSecond")){
let data59 = data57.perSecond;
if(!(((typeof data59 == "number") && (!(data59 % 1) && !isNaN(data59))) && (isFinite(data59)))){
const err151 = {instancePath:instancePath+"/source/http/rateLimit/perSecond",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perSecond/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.rateLimit.properties.perSecond.type,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perSecond,data:data59};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if((typeof data59 == "number") && (isFinite(data59))){
if(data59 < 1 || isNaN(data59)){
const err152 = {instancePath:instancePath+"/source/http/rateLimit/perSecond",schemaPath:"#/properties/source/properties/http/properties/rateLimit/properties/perSecond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.rateLimit.properties.perSecond,data:data59};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
}
else {
const err153 = {instancePath:instancePath+"/source/http/rateLimit",schemaPath:"#/properties/source/properties/http/properties/rateLimit/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.properties.rateLimit.type,parentSchema:schema13.properties.source.properties.http.properties.rateLimit,data:data57};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data12.timeout !== undefined && func0.call(data12, "timeout")){
let data60 = data12.timeout;
if(typeof data60 === "string"){
if(!pattern3.test(data60)){
const err154 = {instancePath:instancePath+"/source/http/timeout",schemaPath:"#/properties/source/properties/http/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^[0-9]{1,9}(ms|s|m)$"},message:"must match pattern \""+"^[0-9]{1,9}(ms|s|m)$"+"\"",schema:"^[0-9]{1,9}(ms|s|m)$",parentSchema:schema13.properties.source.properties.http.properties.timeout,data:data60};
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
const err155 = {instancePath:instancePath+"/source/http/timeout",schemaPath:"#/properties/source/properties/http/properties/timeout/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.http.properties.timeout.type,parentSchema:schema13.properties.source.properties.http.properties.timeout,data:data60};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
if(data12.maxBytes !== undefined && func0.call(data12, "maxBytes")){
let data61 = data12.maxBytes;
if(!(((typeof data61 == "number") && (!(data61 % 1) && !isNaN(data61))) && (isFinite(data61)))){
const err156 = {instancePath:instancePath+"/source/http/maxBytes",schemaPath:"#/properties/source/properties/http/properties/maxBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.maxBytes.type,parentSchema:schema13.properties.source.properties.http.properties.maxBytes,data:data61};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 500000000 || isNaN(data61)){
const err157 = {instancePath:instancePath+"/source/http/maxBytes",schemaPath:"#/properties/source/properties/http/properties/maxBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 500000000},message:"must be <= 500000000",schema:500000000,parentSchema:schema13.properties.source.properties.http.properties.maxBytes,data:data61};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(data61 < 1 || isNaN(data61)){
const err158 = {instancePath:instancePath+"/source/http/maxBytes",schemaPath:"#/properties/source/properties/http/properties/maxBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.maxBytes,data:data61};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
if(data12.maxPages !== undefined && func0.call(data12, "maxPages")){
let data62 = data12.maxPages;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err159 = {instancePath:instancePath+"/source/http/maxPages",schemaPath:"#/properties/source/properties/http/properties/maxPages/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.http.properties.maxPages.type,parentSchema:schema13.properties.source.properties.http.properties.maxPages,data:data62};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 < 1 || isNaN(data62)){
const err160 = {instancePath:instancePath+"/source/http/maxPages",schemaPath:"#/properties/source/properties/http/properties/maxPages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.source.properties.http.properties.maxPages,data:data62};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
}
}
else {
const err161 = {instancePath:instancePath+"/source/http",schemaPath:"#/properties/source/properties/http/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.http.type,parentSchema:schema13.properties.source.properties.http,data:data12};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data3.postgres !== undefined && func0.call(data3, "postgres")){
let data63 = data3.postgres;
const _errs159 = errors;
let valid30 = false;
let passing0 = null;
const _errs160 = errors;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if((data63.query === undefined) || (!(func0.call(data63, "query")))){
const err162 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/oneOf/0/required",keyword:"required",params:{missingProperty: "query"},message:"must have required property '"+"query"+"'",schema:schema13.properties.source.properties.postgres.oneOf[0].required,parentSchema:schema13.properties.source.properties.postgres.oneOf[0],data:data63};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
var _valid3 = _errs160 === errors;
if(_valid3){
valid30 = true;
passing0 = 0;
}
const _errs161 = errors;
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if((data63.file === undefined) || (!(func0.call(data63, "file")))){
const err163 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/oneOf/1/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema13.properties.source.properties.postgres.oneOf[1].required,parentSchema:schema13.properties.source.properties.postgres.oneOf[1],data:data63};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
var _valid3 = _errs161 === errors;
if(_valid3 && valid30){
valid30 = false;
passing0 = [passing0, 1];
}
else {
if(_valid3){
valid30 = true;
passing0 = 1;
}
}
if(!valid30){
const err164 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf",schema:schema13.properties.source.properties.postgres.oneOf,parentSchema:schema13.properties.source.properties.postgres,data:data63};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
else {
errors = _errs159;
if(vErrors !== null){
if(_errs159){
vErrors.length = _errs159;
}
else {
vErrors = null;
}
}
}
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
if((data63.connection === undefined) || (!(func0.call(data63, "connection")))){
const err165 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/required",keyword:"required",params:{missingProperty: "connection"},message:"must have required property '"+"connection"+"'",schema:schema13.properties.source.properties.postgres.required,parentSchema:schema13.properties.source.properties.postgres,data:data63};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
for(const key18 of Object.keys(data63)){
if(!(((((key18 === "connection") || (key18 === "query")) || (key18 === "file")) || (key18 === "params")) || (key18 === "cursor"))){
const err166 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.postgres,data:data63};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
if(data63.connection !== undefined && func0.call(data63, "connection")){
let data64 = data63.connection;
if(typeof data64 === "string"){
if(func52(data64) < 1){
const err167 = {instancePath:instancePath+"/source/postgres/connection",schemaPath:"#/properties/source/properties/postgres/properties/connection/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.connection,data:data64};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
else {
const err168 = {instancePath:instancePath+"/source/postgres/connection",schemaPath:"#/properties/source/properties/postgres/properties/connection/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.connection.type,parentSchema:schema13.properties.source.properties.postgres.properties.connection,data:data64};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
}
if(data63.query !== undefined && func0.call(data63, "query")){
let data65 = data63.query;
if(typeof data65 === "string"){
if(func52(data65) < 1){
const err169 = {instancePath:instancePath+"/source/postgres/query",schemaPath:"#/properties/source/properties/postgres/properties/query/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.query,data:data65};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/source/postgres/query",schemaPath:"#/properties/source/properties/postgres/properties/query/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.query.type,parentSchema:schema13.properties.source.properties.postgres.properties.query,data:data65};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
if(data63.file !== undefined && func0.call(data63, "file")){
let data66 = data63.file;
if(typeof data66 === "string"){
if(func52(data66) < 1){
const err171 = {instancePath:instancePath+"/source/postgres/file",schemaPath:"#/properties/source/properties/postgres/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.file,data:data66};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
if(!pattern4.test(data66)){
const err172 = {instancePath:instancePath+"/source/postgres/file",schemaPath:"#/properties/source/properties/postgres/properties/file/pattern",keyword:"pattern",params:{pattern: "\\.[sS][qQ][lL]$"},message:"must match pattern \""+"\\.[sS][qQ][lL]$"+"\"",schema:"\\.[sS][qQ][lL]$",parentSchema:schema13.properties.source.properties.postgres.properties.file,data:data66};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/source/postgres/file",schemaPath:"#/properties/source/properties/postgres/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.file.type,parentSchema:schema13.properties.source.properties.postgres.properties.file,data:data66};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
if(data63.params !== undefined && func0.call(data63, "params")){
let data67 = data63.params;
if(Array.isArray(data67)){
const len3 = data67.length;
for(let i5=0; i5<len3; i5++){
let data68 = data67[i5];
const _errs172 = errors;
let valid34 = false;
const _errs173 = errors;
if(typeof data68 !== "string"){
const err174 = {instancePath:instancePath+"/source/postgres/params/" + i5,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[0].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[0],data:data68};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
var _valid4 = _errs173 === errors;
valid34 = valid34 || _valid4;
if(!valid34){
const _errs175 = errors;
if(!((typeof data68 == "number") && (isFinite(data68)))){
const err175 = {instancePath:instancePath+"/source/postgres/params/" + i5,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/1/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[1].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[1],data:data68};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
var _valid4 = _errs175 === errors;
valid34 = valid34 || _valid4;
if(!valid34){
const _errs177 = errors;
if(typeof data68 !== "boolean"){
const err176 = {instancePath:instancePath+"/source/postgres/params/" + i5,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/2/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[2].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[2],data:data68};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
var _valid4 = _errs177 === errors;
valid34 = valid34 || _valid4;
if(!valid34){
const _errs179 = errors;
if(data68 !== null){
const err177 = {instancePath:instancePath+"/source/postgres/params/" + i5,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf/3/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[3].type,parentSchema:schema13.properties.source.properties.postgres.properties.params.items.anyOf[3],data:data68};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
var _valid4 = _errs179 === errors;
valid34 = valid34 || _valid4;
}
}
}
if(!valid34){
const err178 = {instancePath:instancePath+"/source/postgres/params/" + i5,schemaPath:"#/properties/source/properties/postgres/properties/params/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.postgres.properties.params.items.anyOf,parentSchema:schema13.properties.source.properties.postgres.properties.params.items,data:data68};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
else {
errors = _errs172;
if(vErrors !== null){
if(_errs172){
vErrors.length = _errs172;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err179 = {instancePath:instancePath+"/source/postgres/params",schemaPath:"#/properties/source/properties/postgres/properties/params/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.source.properties.postgres.properties.params.type,parentSchema:schema13.properties.source.properties.postgres.properties.params,data:data67};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data63.cursor !== undefined && func0.call(data63, "cursor")){
let data69 = data63.cursor;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
if((data69.column === undefined) || (!(func0.call(data69, "column")))){
const err180 = {instancePath:instancePath+"/source/postgres/cursor",schemaPath:"#/properties/source/properties/postgres/properties/cursor/required",keyword:"required",params:{missingProperty: "column"},message:"must have required property '"+"column"+"'",schema:schema13.properties.source.properties.postgres.properties.cursor.required,parentSchema:schema13.properties.source.properties.postgres.properties.cursor,data:data69};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
for(const key19 of Object.keys(data69)){
if(!((key19 === "column") || (key19 === "lag"))){
const err181 = {instancePath:instancePath+"/source/postgres/cursor",schemaPath:"#/properties/source/properties/postgres/properties/cursor/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.source.properties.postgres.properties.cursor,data:data69};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data69.column !== undefined && func0.call(data69, "column")){
let data70 = data69.column;
if(typeof data70 === "string"){
if(func52(data70) < 1){
const err182 = {instancePath:instancePath+"/source/postgres/cursor/column",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/column/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.column,data:data70};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
else {
const err183 = {instancePath:instancePath+"/source/postgres/cursor/column",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/column/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.column.type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.column,data:data70};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data69.lag !== undefined && func0.call(data69, "lag")){
let data71 = data69.lag;
const _errs187 = errors;
let valid36 = false;
const _errs188 = errors;
if(typeof data71 === "string"){
if(!pattern5.test(data71)){
const err184 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"},message:"must match pattern \""+"^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$"+"\"",schema:"^(?:0|[0-9]{1,6}(?:ms|s|m|h|d))$",parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[0],data:data71};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[0].type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[0],data:data71};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
var _valid5 = _errs188 === errors;
valid36 = valid36 || _valid5;
if(!valid36){
const _errs190 = errors;
if(!(((typeof data71 == "number") && (!(data71 % 1) && !isNaN(data71))) && (isFinite(data71)))){
const err186 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1].type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1],data:data71};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
if((typeof data71 == "number") && (isFinite(data71))){
if(data71 > 9007199254740991 || isNaN(data71)){
const err187 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991",schema:9007199254740991,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1],data:data71};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
if(data71 < 0 || isNaN(data71)){
const err188 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf[1],data:data71};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
var _valid5 = _errs190 === errors;
valid36 = valid36 || _valid5;
}
if(!valid36){
const err189 = {instancePath:instancePath+"/source/postgres/cursor/lag",schemaPath:"#/properties/source/properties/postgres/properties/cursor/properties/lag/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag.anyOf,parentSchema:schema13.properties.source.properties.postgres.properties.cursor.properties.lag,data:data71};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
else {
errors = _errs187;
if(vErrors !== null){
if(_errs187){
vErrors.length = _errs187;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err190 = {instancePath:instancePath+"/source/postgres/cursor",schemaPath:"#/properties/source/properties/postgres/properties/cursor/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.postgres.properties.cursor.type,parentSchema:schema13.properties.source.properties.postgres.properties.cursor,data:data69};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
}
else {
const err191 = {instancePath:instancePath+"/source/postgres",schemaPath:"#/properties/source/properties/postgres/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.properties.postgres.type,parentSchema:schema13.properties.source.properties.postgres,data:data63};
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
else {
const err192 = {instancePath:instancePath+"/source",schemaPath:"#/properties/source/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.source.type,parentSchema:schema13.properties.source,data:data3};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data.target !== undefined && func0.call(data, "target")){
let data72 = data.target;
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
if((data72.object === undefined) || (!(func0.call(data72, "object")))){
const err193 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/required",keyword:"required",params:{missingProperty: "object"},message:"must have required property '"+"object"+"'",schema:schema13.properties.target.required,parentSchema:schema13.properties.target,data:data72};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
for(const key20 of Object.keys(data72)){
if(!((key20 === "object") || (key20 === "resend"))){
const err194 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.target,data:data72};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data72.object !== undefined && func0.call(data72, "object")){
let data73 = data72.object;
if(typeof data73 === "string"){
if(func52(data73) < 1){
const err195 = {instancePath:instancePath+"/target/object",schemaPath:"#/properties/target/properties/object/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.target.properties.object,data:data73};
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
const err196 = {instancePath:instancePath+"/target/object",schemaPath:"#/properties/target/properties/object/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.target.properties.object.type,parentSchema:schema13.properties.target.properties.object,data:data73};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data72.resend !== undefined && func0.call(data72, "resend")){
let data74 = data72.resend;
if(typeof data74 !== "boolean"){
const err197 = {instancePath:instancePath+"/target/resend",schemaPath:"#/properties/target/properties/resend/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.target.properties.resend.type,parentSchema:schema13.properties.target.properties.resend,data:data74};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
}
else {
const err198 = {instancePath:instancePath+"/target",schemaPath:"#/properties/target/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.target.type,parentSchema:schema13.properties.target,data:data72};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data.mode !== undefined && func0.call(data, "mode")){
let data75 = data.mode;
if(typeof data75 !== "string"){
const err199 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.mode.type,parentSchema:schema13.properties.mode,data:data75};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(!(((data75 === "insert") || (data75 === "update")) || (data75 === "upsert"))){
const err200 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema13.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.mode.enum,parentSchema:schema13.properties.mode,data:data75};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
if(data.key !== undefined && func0.call(data, "key")){
let data76 = data.key;
if(typeof data76 === "string"){
if(func52(data76) < 1){
const err201 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.key,data:data76};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
else {
const err202 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.key.type,parentSchema:schema13.properties.key,data:data76};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data.fields !== undefined && func0.call(data, "fields")){
let data77 = data.fields;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
if(Object.keys(data77).length < 1){
const err203 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema13.properties.fields,data:data77};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
for(const key21 of Object.keys(data77)){
let data78 = data77[key21];
const _errs207 = errors;
let valid39 = false;
let passing1 = null;
const _errs208 = errors;
if(typeof data78 === "string"){
if(func52(data78) < 1){
const err204 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/0/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.fields.additionalProperties.oneOf[0],data:data78};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
else {
const err205 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[0].type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[0],data:data78};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
var _valid6 = _errs208 === errors;
if(_valid6){
valid39 = true;
passing1 = 0;
}
const _errs210 = errors;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if((data78.value === undefined) || (!(func0.call(data78, "value")))){
const err206 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/1/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema13.properties.fields.additionalProperties.oneOf[1].required,parentSchema:schema13.properties.fields.additionalProperties.oneOf[1],data:data78};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
for(const key22 of Object.keys(data78)){
if(!(key22 === "value")){
const err207 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.fields.additionalProperties.oneOf[1],data:data78};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
else {
const err208 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.fields.additionalProperties.oneOf[1].type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[1],data:data78};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
var _valid6 = _errs210 === errors;
if(_valid6 && valid39){
valid39 = false;
passing1 = [passing1, 1];
}
else {
if(_valid6){
valid39 = true;
passing1 = 1;
}
const _errs213 = errors;
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if((data78.expr === undefined) || (!(func0.call(data78, "expr")))){
const err209 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/2/required",keyword:"required",params:{missingProperty: "expr"},message:"must have required property '"+"expr"+"'",schema:schema13.properties.fields.additionalProperties.oneOf[2].required,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2],data:data78};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
for(const key23 of Object.keys(data78)){
if(!(((key23 === "expr") || (key23 === "required")) || (key23 === "by"))){
const err210 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2],data:data78};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data78.expr !== undefined && func0.call(data78, "expr")){
let data79 = data78.expr;
if(typeof data79 === "string"){
if(func52(data79) < 1){
const err211 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/expr",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/expr/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.expr,data:data79};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
else {
const err212 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/expr",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/expr/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.expr.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.expr,data:data79};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data78.required !== undefined && func0.call(data78, "required")){
let data80 = data78.required;
if(typeof data80 !== "boolean"){
const err213 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.required.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.required,data:data80};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
if(data78.by !== undefined && func0.call(data78, "by")){
let data81 = data78.by;
if(typeof data81 !== "string"){
const err214 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/by",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by.type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by,data:data81};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
if(!((data81 === "externalId") || (data81 === "sourceId"))){
const err215 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1")+"/by",schemaPath:"#/properties/fields/additionalProperties/oneOf/2/properties/by/enum",keyword:"enum",params:{allowedValues: schema13.properties.fields.additionalProperties.oneOf[2].properties.by.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by.enum,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2].properties.by,data:data81};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
}
else {
const err216 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.fields.additionalProperties.oneOf[2].type,parentSchema:schema13.properties.fields.additionalProperties.oneOf[2],data:data78};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
var _valid6 = _errs213 === errors;
if(_valid6 && valid39){
valid39 = false;
passing1 = [passing1, 2];
}
else {
if(_valid6){
valid39 = true;
passing1 = 2;
}
}
}
if(!valid39){
const err217 = {instancePath:instancePath+"/fields/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/fields/additionalProperties/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf",schema:schema13.properties.fields.additionalProperties.oneOf,parentSchema:schema13.properties.fields.additionalProperties,data:data78};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
else {
errors = _errs207;
if(vErrors !== null){
if(_errs207){
vErrors.length = _errs207;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err218 = {instancePath:instancePath+"/fields",schemaPath:"#/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.fields.type,parentSchema:schema13.properties.fields,data:data77};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
if(data.batch !== undefined && func0.call(data, "batch")){
let data82 = data.batch;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
for(const key24 of Object.keys(data82)){
if(!(key24 === "size")){
const err219 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.batch,data:data82};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data82.size !== undefined && func0.call(data82, "size")){
let data83 = data82.size;
const _errs226 = errors;
let valid42 = false;
const _errs227 = errors;
if(typeof data83 !== "string"){
const err220 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.batch.properties.size.anyOf[0].type,parentSchema:schema13.properties.batch.properties.size.anyOf[0],data:data83};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
if("auto" !== data83){
const err221 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/0/const",keyword:"const",params:{allowedValue: "auto"},message:"must be equal to constant",schema:"auto",parentSchema:schema13.properties.batch.properties.size.anyOf[0],data:data83};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
var _valid7 = _errs227 === errors;
valid42 = valid42 || _valid7;
if(!valid42){
const _errs229 = errors;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
const err222 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.batch.properties.size.anyOf[1].type,parentSchema:schema13.properties.batch.properties.size.anyOf[1],data:data83};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 > 5000 || isNaN(data83)){
const err223 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/1/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5000},message:"must be <= 5000",schema:5000,parentSchema:schema13.properties.batch.properties.size.anyOf[1],data:data83};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
if(data83 < 1 || isNaN(data83)){
const err224 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema13.properties.batch.properties.size.anyOf[1],data:data83};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
var _valid7 = _errs229 === errors;
valid42 = valid42 || _valid7;
}
if(!valid42){
const err225 = {instancePath:instancePath+"/batch/size",schemaPath:"#/properties/batch/properties/size/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.batch.properties.size.anyOf,parentSchema:schema13.properties.batch.properties.size,data:data83};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
else {
errors = _errs226;
if(vErrors !== null){
if(_errs226){
vErrors.length = _errs226;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err226 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.batch.type,parentSchema:schema13.properties.batch,data:data82};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
}
if(data.guards !== undefined && func0.call(data, "guards")){
let data84 = data.guards;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
for(const key25 of Object.keys(data84)){
if(!(((key25 === "minRows") || (key25 === "maxRejected")) || (key25 === "maxChanges"))){
const err227 = {instancePath:instancePath+"/guards",schemaPath:"#/properties/guards/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.guards,data:data84};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
if(data84.minRows !== undefined && func0.call(data84, "minRows")){
let data85 = data84.minRows;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
const err228 = {instancePath:instancePath+"/guards/minRows",schemaPath:"#/properties/guards/properties/minRows/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.guards.properties.minRows.type,parentSchema:schema13.properties.guards.properties.minRows,data:data85};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 < 0 || isNaN(data85)){
const err229 = {instancePath:instancePath+"/guards/minRows",schemaPath:"#/properties/guards/properties/minRows/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.guards.properties.minRows,data:data85};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
}
if(data84.maxRejected !== undefined && func0.call(data84, "maxRejected")){
let data86 = data84.maxRejected;
const _errs237 = errors;
let valid44 = false;
const _errs238 = errors;
if(typeof data86 === "string"){
if(!pattern6.test(data86)){
const err230 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"},message:"must match pattern \""+"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"+"\"",schema:"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[0],data:data86};
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
const err231 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.guards.properties.maxRejected.anyOf[0].type,parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[0],data:data86};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
var _valid8 = _errs238 === errors;
valid44 = valid44 || _valid8;
if(!valid44){
const _errs240 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
const err232 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.guards.properties.maxRejected.anyOf[1].type,parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[1],data:data86};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 < 0 || isNaN(data86)){
const err233 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.guards.properties.maxRejected.anyOf[1],data:data86};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
var _valid8 = _errs240 === errors;
valid44 = valid44 || _valid8;
}
if(!valid44){
const err234 = {instancePath:instancePath+"/guards/maxRejected",schemaPath:"#/properties/guards/properties/maxRejected/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.guards.properties.maxRejected.anyOf,parentSchema:schema13.properties.guards.properties.maxRejected,data:data86};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
else {
errors = _errs237;
if(vErrors !== null){
if(_errs237){
vErrors.length = _errs237;
}
else {
vErrors = null;
}
}
}
}
if(data84.maxChanges !== undefined && func0.call(data84, "maxChanges")){
let data87 = data84.maxChanges;
const _errs243 = errors;
let valid45 = false;
const _errs244 = errors;
if(typeof data87 === "string"){
if(!pattern6.test(data87)){
const err235 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/0/pattern",keyword:"pattern",params:{pattern: "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"},message:"must match pattern \""+"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"+"\"",schema:"^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$",parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[0],data:data87};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
else {
const err236 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/0/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.guards.properties.maxChanges.anyOf[0].type,parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[0],data:data87};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
var _valid9 = _errs244 === errors;
valid45 = valid45 || _valid9;
if(!valid45){
const _errs246 = errors;
if(!(((typeof data87 == "number") && (!(data87 % 1) && !isNaN(data87))) && (isFinite(data87)))){
const err237 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/1/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema13.properties.guards.properties.maxChanges.anyOf[1].type,parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[1],data:data87};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
if((typeof data87 == "number") && (isFinite(data87))){
if(data87 < 0 || isNaN(data87)){
const err238 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf/1/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema13.properties.guards.properties.maxChanges.anyOf[1],data:data87};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
var _valid9 = _errs246 === errors;
valid45 = valid45 || _valid9;
}
if(!valid45){
const err239 = {instancePath:instancePath+"/guards/maxChanges",schemaPath:"#/properties/guards/properties/maxChanges/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema13.properties.guards.properties.maxChanges.anyOf,parentSchema:schema13.properties.guards.properties.maxChanges,data:data87};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
else {
errors = _errs243;
if(vErrors !== null){
if(_errs243){
vErrors.length = _errs243;
}
else {
vErrors = null;
}
}
}
}
}
else {
const err240 = {instancePath:instancePath+"/guards",schemaPath:"#/properties/guards/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.guards.type,parentSchema:schema13.properties.guards,data:data84};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
}
if(data.tests !== undefined && func0.call(data, "tests")){
let data88 = data.tests;
if(Array.isArray(data88)){
const len4 = data88.length;
for(let i6=0; i6<len4; i6++){
let data89 = data88[i6];
const _errs252 = errors;
let valid48 = false;
let passing2 = null;
const _errs253 = errors;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if((data89.expect === undefined) || (!(func0.call(data89, "expect")))){
const err241 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/oneOf/0/required",keyword:"required",params:{missingProperty: "expect"},message:"must have required property '"+"expect"+"'",schema:schema13.properties.tests.items.oneOf[0].required,parentSchema:schema13.properties.tests.items.oneOf[0],data:data89};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
}
var _valid10 = _errs253 === errors;
if(_valid10){
valid48 = true;
passing2 = 0;
}
const _errs254 = errors;
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if((data89.expectError === undefined) || (!(func0.call(data89, "expectError")))){
const err242 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/oneOf/1/required",keyword:"required",params:{missingProperty: "expectError"},message:"must have required property '"+"expectError"+"'",schema:schema13.properties.tests.items.oneOf[1].required,parentSchema:schema13.properties.tests.items.oneOf[1],data:data89};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
var _valid10 = _errs254 === errors;
if(_valid10 && valid48){
valid48 = false;
passing2 = [passing2, 1];
}
else {
if(_valid10){
valid48 = true;
passing2 = 1;
}
}
if(!valid48){
const err243 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf",schema:schema13.properties.tests.items.oneOf,parentSchema:schema13.properties.tests.items,data:data89};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
else {
errors = _errs252;
if(vErrors !== null){
if(_errs252){
vErrors.length = _errs252;
}
else {
vErrors = null;
}
}
}
if(data89 && typeof data89 == "object" && !Array.isArray(data89)){
if((data89.name === undefined) || (!(func0.call(data89, "name")))){
const err244 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema13.properties.tests.items.required,parentSchema:schema13.properties.tests.items,data:data89};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
if((data89.row === undefined) || (!(func0.call(data89, "row")))){
const err245 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/required",keyword:"required",params:{missingProperty: "row"},message:"must have required property '"+"row"+"'",schema:schema13.properties.tests.items.required,parentSchema:schema13.properties.tests.items,data:data89};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
for(const key26 of Object.keys(data89)){
if(!(((((key26 === "name") || (key26 === "row")) || (key26 === "now")) || (key26 === "expect")) || (key26 === "expectError"))){
const err246 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26},message:"must NOT have additional properties",schema:false,parentSchema:schema13.properties.tests.items,data:data89};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
if(data89.name !== undefined && func0.call(data89, "name")){
let data90 = data89.name;
if(typeof data90 === "string"){
if(func52(data90) < 1){
const err247 = {instancePath:instancePath+"/tests/" + i6+"/name",schemaPath:"#/properties/tests/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.tests.items.properties.name,data:data90};
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
const err248 = {instancePath:instancePath+"/tests/" + i6+"/name",schemaPath:"#/properties/tests/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.tests.items.properties.name.type,parentSchema:schema13.properties.tests.items.properties.name,data:data90};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
if(data89.row !== undefined && func0.call(data89, "row")){
let data91 = data89.row;
if(!(data91 && typeof data91 == "object" && !Array.isArray(data91))){
const err249 = {instancePath:instancePath+"/tests/" + i6+"/row",schemaPath:"#/properties/tests/items/properties/row/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.tests.items.properties.row.type,parentSchema:schema13.properties.tests.items.properties.row,data:data91};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
}
if(data89.now !== undefined && func0.call(data89, "now")){
let data92 = data89.now;
if(typeof data92 === "string"){
if(!(formats0(data92))){
const err250 = {instancePath:instancePath+"/tests/" + i6+"/now",schemaPath:"#/properties/tests/items/properties/now/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\"",schema:"date-time",parentSchema:schema13.properties.tests.items.properties.now,data:data92};
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
const err251 = {instancePath:instancePath+"/tests/" + i6+"/now",schemaPath:"#/properties/tests/items/properties/now/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.tests.items.properties.now.type,parentSchema:schema13.properties.tests.items.properties.now,data:data92};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
if(data89.expect !== undefined && func0.call(data89, "expect")){
let data93 = data89.expect;
if(!(data93 && typeof data93 == "object" && !Array.isArray(data93))){
const err252 = {instancePath:instancePath+"/tests/" + i6+"/expect",schemaPath:"#/properties/tests/items/properties/expect/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.tests.items.properties.expect.type,parentSchema:schema13.properties.tests.items.properties.expect,data:data93};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
if(data89.expectError !== undefined && func0.call(data89, "expectError")){
let data94 = data89.expectError;
if(typeof data94 === "string"){
if(func52(data94) < 1){
const err253 = {instancePath:instancePath+"/tests/" + i6+"/expectError",schemaPath:"#/properties/tests/items/properties/expectError/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13.properties.tests.items.properties.expectError,data:data94};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
else {
const err254 = {instancePath:instancePath+"/tests/" + i6+"/expectError",schemaPath:"#/properties/tests/items/properties/expectError/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.properties.tests.items.properties.expectError.type,parentSchema:schema13.properties.tests.items.properties.expectError,data:data94};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
}
}
else {
const err255 = {instancePath:instancePath+"/tests/" + i6,schemaPath:"#/properties/tests/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.properties.tests.items.type,parentSchema:schema13.properties.tests.items,data:data89};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
}
else {
const err256 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.tests.type,parentSchema:schema13.properties.tests,data:data88};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
}
}
else {
const err257 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

