import { type Column, nb, RowLink, Second, Table, TextLink } from '../../../ui/content.ts'
import { Sheet } from '../../../ui/frame.ts'
import type { AssembledLine, AssembledPlan } from '../model.ts'
import { paths } from '../paths.ts'
import type { LinesQuery } from '../supporting-facts.ts'
import { linesBehind } from '../supporting-facts.ts'
import { outcomeNames } from '../texts.ts'
import { daysOf } from '../wording.ts'
import type { Links } from './assembled.tsx'
import { OutcomeTag } from './state-tag.tsx'

type LinesSheetProps = { plan: AssembledPlan; query: LinesQuery; links: Links }

/** The lines of the plan with what came of each: all, or those behind one number of the report. */
export function LinesSheet({ plan, query, links }: LinesSheetProps) {
  const shown = linesBehind(plan.lines, query)
  const chosen = [query.form, query.direction, query.outcome && outcomeNames[query.outcome].toLowerCase()].filter((part) => part)
  const showAll = (
    <p class="pl-small">
      {nb(`${chosen.join(', ')}: ${shown.length} из ${plan.lines.length}. `)}
      <TextLink href={links.lines({})}>Показать все</TextLink>
    </p>
  )
  return (
    <Sheet title="Мероприятия" id="lines" aside={chosen.length > 0 ? showAll : undefined} flush>
      <Table caption="Мероприятия плана и что с ними стало" columns={columnsOf(plan.id, links.territory)} rows={shown} even />
    </Sheet>
  )
}

function columnsOf(plan: string, territory: string): Column<AssembledLine>[] {
  return [
    {
      title: 'Мероприятие',
      cell: (line) => (
        <RowLink
          href={paths.planLine({ territory, plan: line.plan ?? plan, line: line.key })}
          name={line.activity}
          more={[line.form, line.direction].filter((part) => part).join(', ')}
        />
      ),
    },
    { title: 'Когда', cell: daysOf },
    { title: 'Ответственные', cell: (line) => line.responsible.map((name) => <div>{nb(name)}</div>) },
    {
      title: 'Итог',
      cell: (line) => <Outcome line={line} href={(file) => fileHref(territory, line.plan ?? plan, line.key, file)} />,
    },
  ]
}

const fileHref = (territory: string, plan: string, line: string, file: string) =>
  paths.executionFile({ territory, plan, line, file })

function Outcome({ line, href }: { line: AssembledLine; href: (file: string) => string }) {
  return (
    <>
      <OutcomeTag outcome={line.outcome} />
      {line.outcome === 'held' && line.people !== null && <Second>{`участников — ${line.people}`}</Second>}
      {line.note && <Second>{line.note}</Second>}
      {line.files.map((file) => (
        <Second>
          <TextLink href={href(file.id)}>{file.name}</TextLink>
        </Second>
      ))}
    </>
  )
}
