import type { ComponentChildren } from 'preact'
import { longDate } from '../../../kernel/dates.ts'
import { counted } from '../../../kernel/plural.ts'
import type { Day } from '../../../kernel/types.ts'
import { anyAct } from '../../../regulation/acts.ts'
import { type Clause, walk } from '../../../regulation/clauses.ts'
import { countRules, describeRegulation } from '../../../regulation/describe.ts'
import { paperWord } from '../../../regulation/paper/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { Clause as ClauseChip, nb, RowList, RuleColumns, StateTag, TextLink } from '../../../ui/content.ts'
import { Columns, Contents, Notice, PageHead, Sheet, Stack, type Tool, Tools } from '../../../ui/frame.ts'
import { clauseAnchor } from '../links.ts'
import type { Amended, EnactingOrder } from '../sheet-queries.ts'
import { actName, amendmentNotes, editionStates, orderName, type RegulationState } from '../texts.ts'
import { LooseRows, SectionRows, sectionTitle } from './clause-rows.tsx'

export type Edition = { readonly version: number; readonly href: string; readonly words: string; readonly current: boolean }

export type RegulationPageProps = {
  regulation: Regulation
  version: number
  state: RegulationState
  startsOn: Day | null
  endsOn: Day | null
  /** What orders have changed in single clauses. */
  amendments: readonly Amended[]
  order: { readonly named: EnactingOrder; readonly href: string } | null
  tools: readonly Tool[]
  /** The way to other Положения of the territory. */
  lines?: ComponentChildren
  editions: readonly Edition[]
  large?: boolean
}

/** The regulation: each clause beside what it makes the system do. */
export function RegulationPage(props: RegulationPageProps) {
  const { regulation, tools, large } = props
  const { of: notes, repealed } = amendmentNotes(props.amendments)
  const effects = describeRegulation(regulation)
  const sections = regulation.clauses.filter((one) => one.kind !== 'clause')
  const loose = regulation.clauses.filter((one) => one.kind === 'clause')
  const points = pointsWithRules(regulation, effects)
  return (
    <>
      <PageHead title={regulation.title} more={regulation.subtitle ?? undefined} line={lineOf(props)} large={large} />
      {props.lines}
      {tools.length > 0 && (
        <div class="pl-bar">
          <Tools tools={tools} />
        </div>
      )}
      {props.state === 'draft' && (
        <Notice tone="wait" title="Это проект">
          <p>{nb('Вступит в силу, когда будет подписан документ об утверждении.')}</p>
        </Notice>
      )}
      <Columns kind="left">
        <Contents
          label={`Разделы: ${paperWord(regulation)}`}
          links={linksOf(regulation, sections, points)}
          note={noteOf(regulation)}
        />
        <Stack>
          <section class="pl-sheet pl-sheet--flush" aria-label={`Пункты: ${paperWord(regulation)}`}>
            <RuleColumns />
            {loose.length > 0 && <LooseRows id="clauses" title="Пункты" clauses={loose} effects={effects} notes={notes} />}
            {sections.map((section) => (
              <SectionRows section={section} effects={effects} notes={notes} />
            ))}
            {points.length > 0 && (
              <LooseRows id="order" title={pointsTitle(regulation)} clauses={points} effects={effects} notes={notes} />
            )}
          </section>
          {repealed.length > 0 && (
            <Sheet title="Утратило силу">
              <RowList rows={repealed.map((one) => nb(one))} />
            </Sheet>
          )}
          <LegalBasis regulation={regulation} />
          {props.editions.length > 1 && <Editions editions={props.editions} />}
        </Stack>
      </Columns>
    </>
  )
}

/** Points of the enacting order from which a rule comes; the others have no place on the page of the regulation. */
const pointsWithRules = ({ orderPoints }: Regulation, effects: ReadonlyMap<string, unknown>): readonly Clause[] =>
  orderPoints?.points.filter((point) => effects.has(point.number)) ?? []

const pointsTitle = ({ orderPoints }: Regulation) => `Пункты ${orderPoints?.orderTitle ?? anyAct.genitive}`

function lineOf({ state, startsOn, endsOn, order, version }: RegulationPageProps): ComponentChildren[] {
  return [
    <StateTag {...editionStates[state]} />,
    startsOn && `с ${longDate(startsOn)}${endsOn ? ` по ${longDate(endsOn)}` : ''}`,
    order && <TextLink href={order.href}>{orderName(order.named)}</TextLink>,
    <span class="pl-quiet">редакция {version}</span>,
  ]
}

function linksOf(regulation: Regulation, sections: readonly Clause[], points: readonly Clause[]) {
  return [
    ...sections.map((one) => ({ href: `#${clauseAnchor(one.number)}`, label: sectionTitle(one) })),
    ...(points.length > 0 ? [{ href: '#order', label: pointsTitle(regulation) }] : []),
    { href: '#basis', label: 'Правовые основания' },
  ]
}

function noteOf(regulation: Regulation): string {
  const all = [...walk(regulation.clauses)].filter((one) => one.kind === 'clause').length
  const { rules } = countRules(regulation)
  const count = counted(rules, 'правило', 'правила', 'правил')
  return `${count}, ${counted(all, 'пункт', 'пункта', 'пунктов')}. Правило без пункта система не примет.`
}

function LegalBasis({ regulation }: { regulation: Regulation }) {
  const [clause] = regulation.legalBasis.clause
  return (
    <Sheet
      title="Правовые основания"
      id="basis"
      aside={clause && <ClauseChip number={clause} href={`#${clauseAnchor(clause)}`} />}
    >
      <ul class="govuk-list govuk-list--bullet">
        {regulation.legalBasis.acts.map((act) => (
          <li>{nb(actName(act))}</li>
        ))}
      </ul>
    </Sheet>
  )
}

function Editions({ editions }: { editions: readonly Edition[] }) {
  return (
    <Sheet title="Редакции" id="editions">
      <ul class="govuk-list">
        {editions.map(({ version, href, words, current }) => (
          <li>
            {current ? <b>Редакция {version}</b> : <TextLink href={href}>Редакция {version}</TextLink>}, {nb(words)}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
