import { type Ctx, may } from '../../authz/ctx.ts'
import { type FactKind, factKinds, type Group, toldOf } from '../../history/facts.ts'

/** Choices of the page, in the words of a person. */
export const groupNames: Readonly<Record<Group, string>> = {
  orders: 'Документы и поручения',
  applications: 'Заявки и экспертиза',
  sites: 'Площадки',
  plans: 'Планы и мероприятия',
  reports: 'Отчёты',
  people: 'Люди и роли',
  organisations: 'Организации',
  regulation: 'Положение',
  other: 'Прочее',
}

/** What a kind of fact is about. */
export const groupOf = (kind: FactKind): Group => toldOf(kind).group ?? 'other'

/** The kinds a person may read about, of one group or of all. */
export const kindsFor = (ctx: Ctx, group: Group | null): FactKind[] =>
  factKinds().filter((kind) => {
    const { sees } = toldOf(kind)
    return (group === null || groupOf(kind) === group) && (sees === undefined || may(ctx, sees))
  })
