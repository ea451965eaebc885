import { z } from 'zod'
import { parseDay } from '../../kernel/dates.ts'
import type { Instant } from '../../kernel/types.ts'
import { type OrganisationKind, organisationKinds } from '../../regulation/kinds.ts'
import { asked, pageOf } from '../../web/address.ts'
import { type StateFilter, stateFilters } from '../sites/rules.ts'
import { type PublicSort, publicSorts, type RegisterQuery } from './queries.ts'

const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).max(20).catch([]),
)

/** The conditions of the public register as they stand in its address. */
export const registerAddress = z.object({
  q: asked,
  date: asked,
  territory: asked,
  kind: several,
  direction: asked,
  state: asked,
  sort: asked,
  page: asked,
})
export type RegisterAddress = z.infer<typeof registerAddress>

/** Reads an address as a question; what cannot be read falls back to the usual. */
export function registerQuery(address: RegisterAddress, now: Instant): RegisterQuery {
  return {
    on: address.date ? parseDay(address.date) : null,
    now,
    territory: address.territory || null,
    kinds: organisationKinds.filter((kind): kind is OrganisationKind => address.kind.includes(kind)),
    direction: address.direction || null,
    state: stateFilters.find((state): state is StateFilter => state === address.state) ?? 'active',
    q: address.q || null,
    sort: publicSorts.find((sort): sort is PublicSort => sort === address.sort) ?? 'name',
    page: pageOf(address.page),
  }
}
