import { z } from 'zod';
import { problemStatus, routes, type ProblemCode, type Route, type RouteName } from '@venterum/contract';
import {
  clinicSchema,
  clinicSummarySchema,
  clinicVisitSchema,
  consentSchema,
  inviteSchema,
  memberSchema,
  joinerVisitSchema,
  participantSchema,
  principalSchema,
  problemSchema,
  publicConfigSchema,
  roomAccessSchema,
  routeSchemas,
  sessionSchema,
} from '@venterum/contract/schemas';
import { policies } from '../services/policy.ts';
import { policyWords } from './policy-words.ts';

type Json = Record<string, unknown>;

const named = {
  Clinic: clinicSchema,
  ClinicSummary: clinicSummarySchema,
  ClinicVisit: clinicVisitSchema,
  Consent: consentSchema,
  Invite: inviteSchema,
  Member: memberSchema,
  JoinerVisit: joinerVisitSchema,
  Participant: participantSchema,
  Principal: principalSchema,
  Problem: problemSchema,
  PublicConfig: publicConfigSchema,
  RoomAccess: roomAccessSchema,
  Session: sessionSchema,
};

const pascal = (name: string): string =>
  name.replace(/(^|\.)([a-z])/g, (_match, _dot: string, letter: string) => letter.toUpperCase());

const isNothing = (schema: z.ZodType): boolean => schema instanceof z.ZodUndefined;

const nameList = Object.keys(routes) as RouteName[];

type Registry = ReturnType<typeof registryOfSchemas>;

/** Every schema under one name, also where routes share it. */
const registryOfSchemas = () => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  for (const name of nameList) {
    const { body, answer } = routeSchemas[name];
    if (!isNothing(body) && !registry.has(body)) registry.add(body, { id: `${pascal(name)}Request` });
    if (!isNothing(answer) && !registry.has(answer)) registry.add(answer, { id: `${pascal(name)}Answer` });
  }
  return registry;
};

/** All schemas under their names; zod turns what they share into references. */
const componentSchemas = (registry: Registry): Json => {
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]),
  );
};

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (registry: Registry, schema: z.ZodType): Json => ({
  'application/json': { schema: ref(registry.get(schema)?.id ?? '') },
});

const parameter = (name: string, place: 'path' | 'query' | 'header', required: boolean): Json => ({
  name,
  in: place,
  required,
  schema: { type: 'string' },
});

const queryParameters = (schema: z.ZodType): Json[] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape).map(([name, field]) =>
        parameter(name, 'query', !(field as z.ZodType).safeParse(undefined).success && name !== 'clinic'),
      )
    : [];

const parametersOf = (name: RouteName): Json[] => {
  const route: Route = routes[name];
  return [
    ...(route.path.includes('{id}') ? [parameter('id', 'path', true)] : []),
    ...(name === 'visits.list'
      ? [parameter('clinic', 'query', false)]
      : queryParameters(routeSchemas[name].query)),
    ...(route.creates === true ? [parameter('Idempotency-Key', 'header', false)] : []),
  ];
};

const answersOf = (name: RouteName, registry: Registry): Json => {
  const { answer } = routeSchemas[name];
  const route: Route = routes[name];
  const problem = {
    description: 'A refusal; its code says which.',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
  if (isNothing(answer)) return { '204': { description: 'Done.' }, default: problem };
  const status = route.creates === true ? '201' : '200';
  return { [status]: { description: 'The answer.', content: json(registry, answer) }, default: problem };
};

const operationOf = (name: RouteName, registry: Registry): Json => {
  const { body } = routeSchemas[name];
  const policy = policies[name];
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: `For ${policyWords(policy)}.`,
    security: policy === 'anyone' ? [] : [{ session: [] }],
    parameters: parametersOf(name),
    ...(isNothing(body) ? {} : { requestBody: { required: true, content: json(registry, body) } }),
    responses: answersOf(name, registry),
  };
};

const events: Json = {
  get: {
    operationId: 'events',
    tags: ['events'],
    summary:
      'Server-sent events: a snapshot, then every change. Resumes at Last-Event-ID, or begins with a reset.',
    security: [{ session: [] }],
    parameters: [parameter('clinic', 'query', false), parameter('Last-Event-ID', 'header', false)],
    responses: { '200': { description: 'The stream.', content: { 'text/event-stream': {} } } },
  },
};

const reportOperation = (method: 'get' | 'post'): Json => ({
  operationId: method === 'post' ? 'smsReports' : 'smsReportsByGet',
  tags: ['sms'],
  summary:
    'Delivery reports of the SMS gateway in use, in its own format. Authenticated in its own way: by a signature (gatewayapi), or by the secret agreed on, as the next part of the address or as the password of Basic authentication (cpsms, link, vdx). What follows it is the gateway’s. Repeated and late reports change nothing.',
  security: [],
  parameters: [
    { ...parameter('gateway', 'path', true), schema: { enum: ['gatewayapi', 'cpsms', 'link', 'vdx'] } },
  ],
  ...(method === 'post'
    ? {
        requestBody: {
          required: false,
          content: { 'application/json': {}, 'application/x-www-form-urlencoded': {} },
        },
      }
    : {}),
  responses: {
    '200': { description: 'Taken; also when it is about nothing known here.' },
    default: {
      description: 'A refusal; its code says which: `unauthenticated` when it is not the gateway’s.',
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  },
});

const reports: Json = { post: reportOperation('post'), get: reportOperation('get') };

/** The OpenAPI 3.1 document of the whole API, made from the schemas that check the requests. */
export const openApiDocument = (): Json => {
  const registry = registryOfSchemas();
  const paths: Record<string, Json> = {
    '/v1/events': events,
    '/v1/sms/reports/{gateway}': reports,
  };
  for (const name of nameList) {
    const { method, path } = routes[name];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(name, registry) };
  }
  const codes = Object.keys(problemStatus) as ProblemCode[];
  return {
    openapi: '3.1.0',
    info: {
      title: 'Venterum',
      version: 'v1',
      description: `The video waiting room. Refusals are application/problem+json with one of: ${codes.join(', ')}.`,
    },
    paths,
    components: {
      schemas: componentSchemas(registry),
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  };
};
