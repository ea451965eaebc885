import { longDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import { themeKey } from '../../kernel/theme-key.ts'
import type { Day } from '../../kernel/types.ts'
import { no, type Verdict } from '../answer.ts'
import { type Basis, basisOf } from '../cite.ts'
import type { Regulation } from '../schema.ts'

/** What the registers know of a site that asks for a longer status. */
export type SiteRecord = {
  /** Reports whose day has passed. */
  readonly reports: readonly { readonly name: string; readonly due: Day; readonly accepted: boolean }[]
  /** Lines of approved plans whose days are over, and how many of them were held. */
  readonly planned: number
  readonly held: number
  /** How documents of the case are called; null where there is no case yet, or none is asked of it yet. */
  readonly documents: readonly string[] | null
}

type Condition = NonNullable<Regulation['extension']>['conditions'][number]

/** Whether the paper prolongs only under conditions: only then a record is looked up. */
export const hasExtensionConditions = ({ extension }: Regulation): boolean => (extension?.conditions.length ?? 0) > 0

/** «приняты все отчёты, срок которых прошёл» */
export function conditionWords({ checked }: Condition): string {
  switch (checked.kind) {
    case 'reportsAccepted':
      return 'приняты все отчёты, срок которых прошёл'
    case 'planHeld':
      return `проведено не меньше ${checked.percent} % того, что намечено планами на прошедшие дни`
    case 'document':
      return `к делу приложен документ: ${checked.name}`
  }
}

/** The documents a case has to have before it is decided, each with its clause. */
export const documentsForExtension = (regulation: Regulation): readonly { readonly name: string; readonly basis: Basis }[] =>
  (regulation.extension?.conditions ?? []).flatMap(({ checked, clause }) =>
    checked.kind === 'document' ? [{ name: checked.name, basis: basisOf(regulation, clause) }] : [],
  )

/** Whether a site meets what the paper prolongs under: the first condition that it does not, with its clause. */
export function mayProlong(regulation: Regulation, record: SiteRecord): Verdict {
  for (const one of regulation.extension?.conditions ?? []) {
    const why = unmet(one.checked, record)
    if (why !== null) return no(`Статус продлевают, если ${conditionWords(one)}; ${why}`, basisOf(regulation, one.clause))
  }
  return { ok: true, basis: null }
}

function unmet(checked: Condition['checked'], { reports, planned, held, documents }: SiteRecord): string | null {
  switch (checked.kind) {
    case 'reportsAccepted': {
      const left = reports.filter(({ accepted }) => !accepted)
      return left.length === 0 ? null : `не принято: ${left.map(({ name, due }) => `${name} (срок ${longDate(due)})`).join(', ')}`
    }
    case 'planHeld':
      return held * 100 >= planned * checked.percent
        ? null
        : `проведено ${held} из ${counted(planned, 'мероприятия', 'мероприятий', 'мероприятий')}`
    case 'document':
      return documents === null || documents.some((name) => themeKey(name).includes(themeKey(checked.name)))
        ? null
        : 'приложите его и назовите так же'
  }
}

/** A document without a name, or of which nobody could tell whether it is there. */
export const extensionProblems = ({ extension }: Regulation): string[] => {
  const kinds = (extension?.conditions ?? []).map(({ checked }) => (checked.kind === 'document' ? checked.name : checked.kind))
  return new Set(kinds).size < kinds.length ? ['правило «extension»: одно и то же условие названо дважды'] : []
}
