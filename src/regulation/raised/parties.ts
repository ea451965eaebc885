const is = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Two bodies and a council that was only a name, roles under the names of known kinds: now one registry that every «who» refers to. */
export function partiesInOneRegistry(document: unknown): unknown {
  if (!is(document)) return document
  const { bodies, roles, council, acquaintance } = document
  return {
    ...document,
    ...(is(bodies) && 'council' in bodies && { bodies: registry(bodies, council) }),
    ...(is(roles) && { roles: Object.entries(roles).flatMap(([code, one]) => (is(one) ? [roleOf(code, one)] : [])) }),
    ...(is(council) && 'name' in council && { council: { clause: council.clause, who: 'council' } }),
    ...(is(acquaintance) && acquaintance.who === 'municipalAuthorities' && { acquaintance: null }),
  }
}

function registry({ council: named, ...bodies }: Record<string, unknown>, ruled: unknown) {
  // The rule named its council by itself where the bodies had none.
  const council = is(named) ? named : is(ruled) && 'name' in ruled ? ruled : null
  if (council === null) return { ...bodies, further: [] }
  const { name } = council
  const short = { nominative: name, genitive: name, dative: name, instrumental: name, many: name }
  return { ...bodies, further: [{ code: 'council', name, short, vote: null }] }
}

const roleOf = (code: string, { appointedBy, ...role }: Record<string, unknown>) => ({
  code,
  ...role,
  appointedBy: appointedBy === 'headOfSite' ? 'head' : appointedBy === 'collegially' ? 'organisation' : appointedBy,
  agreedBy: [],
  chosen: appointedBy === 'collegially' ? 'collegially' : 'appointed',
  most: null,
})
