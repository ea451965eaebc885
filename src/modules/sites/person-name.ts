/** The parts of a name as stored; an order may give only initials. */
export type NameParts = { readonly familyName: string; readonly givenName: string; readonly patronymic: string | null }

/** «Снигур Н. А.» with non-breaking spaces. */
export function withInitials({ familyName, givenName, patronymic }: NameParts): string {
  const initials = [givenName, patronymic].filter((part) => part).map((part) => `${part!.charAt(0)}.`)
  return [familyName, ...initials].join('\u00a0')
}

/** «Ветрова Мария Олеговна», or with initials where the order gives no more. */
export function fullName(name: NameParts): string {
  if (/^.\.$/u.test(name.givenName)) return withInitials(name)
  return [name.familyName, name.givenName, name.patronymic].filter((part) => part).join(' ')
}
