// Holds requests and answers, as they went over the wire, against the description. The judge is ajv.
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { managementApi, type Media, type Operation } from './management-api.ts';

export interface Exchange {
  method: string;
  /** From the domain of the tenant on, e.g. `/api/v2/keys/signing`. */
  path: string;
  requestHeaders: { get(name: string): string | null };
  /** Empty when there was none. */
  requestBody: string;
  status: number;
  responseHeaders: { get(name: string): string | null };
  responseBody: string;
}

const ajv = new Ajv2020({ strict: true, allErrors: true, strictRequired: false });
addFormats(ajv);
// The document around the schemas is no schema, and ajv is strict about words that it does not know.
ajv.addVocabulary(['openapi', 'info', 'paths', 'components']);
ajv.addSchema(managementApi, 'api');

/** What the exchange does that the description does not know; empty when it conforms. */
export function problemsOf(exchange: Exchange): string[] {
  const operation = operationFor(exchange);
  return operation === null
    ? [`${exchange.method} ${exchange.path} is not described`]
    : [...requestProblems(operation, exchange), ...responseProblems(operation, exchange)];
}

/** Only what the client sent. */
export function requestProblemsOf(exchange: Exchange): string[] {
  const operation = operationFor(exchange);
  return operation === null ? ['not described'] : requestProblems(operation, exchange);
}

/** Only what the other side answered: it may have been asked on purpose for what nobody should ask. */
export function responseProblemsOf(exchange: Exchange): string[] {
  const operation = operationFor(exchange);
  return operation === null ? ['not described'] : responseProblems(operation, exchange);
}

/** `get_signing_keys 200` */
export const situationOf = (exchange: Exchange): string =>
  `${operationFor(exchange)?.operationId ?? 'unknown'} ${exchange.status}`;

/** Every situation that is described. */
export const situations = (): string[] =>
  Object.values(managementApi.paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    ),
  );

/** A path without parameters goes before one with them, as it stands before it in the description. */
function operationFor({ method, path }: Pick<Exchange, 'method' | 'path'>): Operation | null {
  const found = Object.entries(managementApi.paths).find(
    ([pattern, methods]) =>
      new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) && method.toLowerCase() in methods,
  );
  return found?.[1][method.toLowerCase()] ?? null;
}

function requestProblems({ security, requestBody }: Operation, { requestHeaders, requestBody: body }: Exchange) {
  const authorization = requestHeaders.get('authorization');
  const problems: string[] = [];
  if (security.length > 0 && !/^Bearer [\w~+/.-]+=*$/.test(authorization ?? '')) {
    problems.push('request: no bearer token');
  }
  if (security.length === 0 && authorization !== null) {
    problems.push('request: a token that is not asked for');
  }
  if (requestBody !== undefined) {
    return [...problems, ...bodyProblems('request', requestBody.content, requestHeaders.get('content-type'), body)];
  }
  return body === '' ? problems : [...problems, 'request: a body that is not asked for'];
}

function responseProblems({ responses }: Operation, { status, responseHeaders, responseBody }: Exchange): string[] {
  const response = responses[String(status)];
  if (response === undefined) {
    return [`response: ${status} is not described`];
  }
  const missing = Object.entries(response.headers ?? {}).flatMap(([name, { required, schema }]) => {
    const value = responseHeaders.get(name);
    const fits = value === null ? !required : ajv.validate(schema, value);
    return fits ? [] : [`response: header ${name} is ${value ?? 'missing'}`];
  });
  if (response.content === undefined) {
    return responseBody === '' ? missing : [...missing, 'response: a body where there is none'];
  }
  const type = responseHeaders.get('content-type');
  return [...missing, ...bodyProblems('response', response.content, type, responseBody)];
}

function bodyProblems(side: string, content: Record<string, Media>, type: string | null, body: string): string[] {
  const name = (type ?? '').split(';', 1)[0]?.trim() ?? '';
  const media = content[name];
  if (media === undefined) {
    return [`${side}: content type ${type ?? 'missing'} is not described`];
  }
  const validate = ajv.getSchema(`api${media.schema.$ref}`);
  if (validate === undefined) {
    throw new Error(`${media.schema.$ref} is not there`);
  }
  return validate(parsed(name, body)) === true ? [] : (validate.errors ?? []).map((error) => told(side, error));
}

function parsed(type: string, body: string): unknown {
  if (type === 'application/x-www-form-urlencoded') {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Never a value: it may be a secret. */
const told = (side: string, { instancePath, message, params }: ErrorObject): string =>
  `${side}: ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`;
