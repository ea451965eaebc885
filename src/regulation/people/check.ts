import type { Regulation } from '../schema.ts'

/** Rules that speak of a role the regulation does not know. */
export function roleProblems({ coordinator, roles }: Regulation): string[] {
  return coordinator !== null && !roles.some(({ code }) => code === 'coordinator')
    ? ['правило «roles»: координатор назван в правилах, а такой роли нет']
    : []
}
