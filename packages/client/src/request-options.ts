import type { RouteName, RouteShapes, routes } from '@venterum/contract';

type IdOption<Name extends RouteName> = (typeof routes)[Name]['path'] extends `${string}{id}${string}`
  ? { readonly id: string }
  : { readonly id?: undefined };

type QueryOption<Query> = [Query] extends [undefined]
  ? { readonly query?: undefined }
  : Partial<Query> extends Query
    ? { readonly query?: Query }
    : { readonly query: Query };

/** A body that holds nothing is still a body. */
type BodyOption<Body> = [Body] extends [undefined] ? { readonly body?: undefined } : { readonly body: Body };

/** What goes with a request to a route. */
export type RequestOptions<Name extends RouteName> = IdOption<Name> &
  QueryOption<RouteShapes[Name]['query']> &
  BodyOption<RouteShapes[Name]['body']> & {
    /** For routes that create: one per intention, the same on every retry. Default: one per call. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
    /** Nobody asked for it: it does not renew a session that has ended. */
    readonly background?: boolean;
  };

/** The options, which may be left out where nothing in them is required. */
export type RequestArguments<Name extends RouteName> =
  Partial<RequestOptions<Name>> extends RequestOptions<Name>
    ? [options?: RequestOptions<Name>]
    : [options: RequestOptions<Name>];
