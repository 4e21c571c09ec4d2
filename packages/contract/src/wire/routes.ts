import type { Session } from '../domain/session.ts';
import type * as bodies from './bodies.ts';
import type { PublicConfig } from './config.ts';
import type { RoomAccess } from './room-access.ts';
import type { ClinicSummary, ClinicVisit, JoinerVisit, VisitView } from './views.ts';

/** HTTP methods in use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One route of the API. */
export interface Route {
  readonly method: Method;
  /** OpenAPI path template under the server's base, e.g. `/v1/visits/{id}/call`. */
  readonly path: string;
  /** Whether the route creates something: an `Idempotency-Key` header makes a retry safe. */
  readonly creates?: boolean;
}

/** Every JSON route by name. The event stream and signalling are described in their own modules. */
export const routes = {
  'config.get': { method: 'GET', path: '/v1/config' },
  'sessions.create': { method: 'POST', path: '/v1/sessions', creates: true },
  'sessions.end': { method: 'DELETE', path: '/v1/sessions/current' },
  'sessions.activity': { method: 'POST', path: '/v1/sessions/current/activity' },
  'clinics.search': { method: 'GET', path: '/v1/clinics' },
  'clinics.own': { method: 'POST', path: '/v1/clinics/own' },
  'clinics.get': { method: 'GET', path: '/v1/clinics/{id}' },
  'clinics.opening': { method: 'PUT', path: '/v1/clinics/{id}/opening' },
  'clinics.plan': { method: 'GET', path: '/v1/clinics/{id}/plan' },
  'clinics.setPlan': { method: 'PUT', path: '/v1/clinics/{id}/plan' },
  'clinics.message': { method: 'POST', path: '/v1/clinics/{id}/messages' },
  'clinics.removeAll': { method: 'POST', path: '/v1/clinics/{id}/remove-all' },
  'members.list': { method: 'GET', path: '/v1/clinics/{id}/members' },
  'members.add': { method: 'POST', path: '/v1/clinics/{id}/members', creates: true },
  'members.change': { method: 'PUT', path: '/v1/clinics/{id}/members' },
  'members.remove': { method: 'DELETE', path: '/v1/clinics/{id}/members' },
  'members.signout': { method: 'POST', path: '/v1/clinics/{id}/members/signout' },
  'visits.join': { method: 'POST', path: '/v1/visits', creates: true },
  'visits.list': { method: 'GET', path: '/v1/visits' },
  'visits.get': { method: 'GET', path: '/v1/visits/{id}' },
  'visits.call': { method: 'POST', path: '/v1/visits/{id}/call', creates: true },
  'visits.release': { method: 'POST', path: '/v1/visits/{id}/release' },
  'visits.handover': { method: 'POST', path: '/v1/visits/{id}/handover', creates: true },
  'visits.message': { method: 'POST', path: '/v1/visits/{id}/message' },
  'visits.admit': { method: 'POST', path: '/v1/visits/{id}/admit' },
  'visits.dismiss': { method: 'POST', path: '/v1/visits/{id}/dismiss' },
  'visits.stage': { method: 'POST', path: '/v1/visits/{id}/stage' },
  'visits.leave': { method: 'POST', path: '/v1/visits/{id}/leave' },
  'visits.remove': { method: 'POST', path: '/v1/visits/{id}/remove' },
  'visits.end': { method: 'POST', path: '/v1/visits/{id}/end' },
  'visits.ticket': { method: 'POST', path: '/v1/visits/{id}/ticket' },
  'invites.send': { method: 'POST', path: '/v1/invites', creates: true },
  'invites.list': { method: 'GET', path: '/v1/invites' },
  'invites.decline': { method: 'POST', path: '/v1/invites/decline' },
  'invites.access': { method: 'POST', path: '/v1/invites/{id}/access', creates: true },
  'invites.resend': { method: 'POST', path: '/v1/invites/{id}/resend', creates: true },
  'invites.revoke': { method: 'POST', path: '/v1/invites/{id}/revoke' },
  'invites.rewrite': { method: 'POST', path: '/v1/invites/{id}/rewrite' },
  'consents.record': { method: 'POST', path: '/v1/consents', creates: true },
  'consents.withdraw': { method: 'POST', path: '/v1/consents/{id}/withdraw' },
} as const satisfies Readonly<Record<string, Route>>;

/** Name of a route. */
export type RouteName = keyof typeof routes;

interface Shape<Query, Body, Answer> {
  readonly query: Query;
  readonly body: Body;
  readonly answer: Answer;
}

/** Query, body and answer of every route; `undefined` where there is none. */
export interface RouteShapes {
  'config.get': Shape<undefined, undefined, PublicConfig>;
  'sessions.create': Shape<undefined, bodies.SessionGrant, Session>;
  'sessions.end': Shape<undefined, undefined, undefined>;
  'sessions.activity': Shape<undefined, undefined, bodies.ActivityAnswer>;
  'clinics.search': Shape<{ readonly search: string }, undefined, bodies.ClinicList>;
  'clinics.own': Shape<undefined, bodies.OwnClinicRequest, ClinicSummary>;
  'clinics.get': Shape<undefined, undefined, ClinicSummary>;
  'clinics.opening': Shape<undefined, bodies.OpeningRequest, ClinicSummary>;
  'clinics.plan': Shape<undefined, undefined, bodies.PlanRequest>;
  'clinics.setPlan': Shape<undefined, bodies.PlanRequest, bodies.PlanRequest>;
  'clinics.message': Shape<undefined, bodies.MessageRequest, bodies.VisitCount>;
  'clinics.removeAll': Shape<undefined, bodies.RemoveRequest, bodies.VisitCount>;
  'members.list': Shape<undefined, undefined, bodies.MemberList>;
  'members.add': Shape<undefined, bodies.AddMemberRequest, bodies.AddMemberAnswer>;
  'members.change': Shape<undefined, bodies.ChangeMemberRequest, bodies.MemberList>;
  'members.remove': Shape<{ readonly member: string }, undefined, bodies.MemberList>;
  'members.signout': Shape<undefined, bodies.SignOutMemberRequest, bodies.MemberList>;
  'visits.join': Shape<undefined, bodies.JoinRequest, JoinerVisit>;
  'visits.list': Shape<{ readonly clinic?: string }, undefined, bodies.VisitList>;
  'visits.get': Shape<undefined, undefined, VisitView>;
  'visits.call': Shape<undefined, undefined, bodies.CallAnswer>;
  'visits.release': Shape<undefined, undefined, ClinicVisit>;
  'visits.handover': Shape<undefined, bodies.HandoverRequest, ClinicVisit>;
  'visits.message': Shape<undefined, bodies.MessageRequest, ClinicVisit>;
  'visits.admit': Shape<undefined, bodies.AdmitRequest, ClinicVisit>;
  'visits.dismiss': Shape<undefined, bodies.DismissRequest, ClinicVisit>;
  'visits.stage': Shape<undefined, bodies.StageRequest, VisitView>;
  'visits.leave': Shape<undefined, undefined, JoinerVisit>;
  'visits.remove': Shape<undefined, bodies.RemoveRequest, ClinicVisit>;
  'visits.end': Shape<undefined, bodies.EndRequest, ClinicVisit>;
  'visits.ticket': Shape<undefined, undefined, RoomAccess>;
  'invites.send': Shape<undefined, bodies.InviteRequest, bodies.InviteList>;
  'invites.list': Shape<{ readonly clinic: string }, undefined, bodies.InviteList>;
  'invites.decline': Shape<undefined, bodies.DeclineRequest, undefined>;
  'invites.access': Shape<undefined, undefined, bodies.InviteAccess>;
  'invites.resend': Shape<undefined, undefined, bodies.InviteList>;
  'invites.revoke': Shape<undefined, undefined, bodies.InviteList>;
  /** As `revoke`, with the visit kept for whoever is invited to it next, by the right number. */
  'invites.rewrite': Shape<undefined, undefined, bodies.InviteList>;
  'consents.record': Shape<undefined, bodies.ConsentRequest, bodies.ConsentAnswer>;
  'consents.withdraw': Shape<undefined, undefined, bodies.ConsentAnswer>;
}

/** The path with its `{id}` filled in, URL-encoded. */
export const pathOf = (name: RouteName, id?: string): string =>
  routes[name].path.replace('{id}', encodeURIComponent(id ?? ''));
