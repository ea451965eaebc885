import type { ComponentChildren } from 'preact'
import { type Clause, walk } from '../../../regulation/clauses.ts'
import type { EffectIcon, EffectLine } from '../../../regulation/line.ts'
import { type IconName, nb, RuleRow, RuleSection } from '../../../ui/content.ts'
import { clauseAnchor } from '../links.ts'

/** The drawing of every kind of consequence. */
const icons: Readonly<Record<EffectIcon, IconName>> = {
  lock: 'lock',
  cal: 'calendar',
  bell: 'bell',
  doc: 'doc',
  person: 'person',
  next: 'forward',
  menu: 'menu',
  task: 'task',
  end: 'end',
  book: 'book',
  link: 'link',
  eye: 'eye',
  school: 'school',
}

type Effects = ReadonlyMap<string, readonly EffectLine[]>
/** Which order gave a clause its wording. */
type Notes = ReadonlyMap<string, string>

/** «3. Присвоение статуса», «Приложение 1. Заявка» */
export const sectionTitle = ({ label, title }: Clause): string =>
  [title && label !== '' && !label.endsWith('.') ? `${label}.` : label, title].filter(Boolean).join(' ')

/** A section with its clauses, each beside what it makes the system do. */
export function SectionRows({ section, effects, notes }: { section: Clause; effects: Effects; notes: Notes }) {
  const own = section.body.length > 0 || effects.has(section.number) || notes.has(section.number)
  const clauses = [...walk(section.clauses)]
  return (
    <RuleSection id={clauseAnchor(section.number)} title={sectionTitle(section)}>
      {own && <ClauseRow clause={{ ...section, label: '' }} effects={effects} notes={notes} />}
      {clauses.map((clause) => (
        <ClauseRow clause={clause} id={clauseAnchor(clause.number)} effects={effects} notes={notes} />
      ))}
    </RuleSection>
  )
}

/** Clauses that stand outside of any section, and points of the enacting order. */
export function LooseRows({
  title,
  id,
  clauses,
  effects,
  notes,
}: {
  title: string
  id: string
  clauses: readonly Clause[]
  effects: Effects
  notes: Notes
}) {
  return (
    <RuleSection id={id} title={title}>
      {clauses.map((clause) => (
        <ClauseRow clause={clause} id={clauseAnchor(clause.number)} effects={effects} notes={notes} />
      ))}
    </RuleSection>
  )
}

function ClauseRow({ clause, id, effects, notes }: { clause: Clause; id?: string; effects: Effects; notes: Notes }) {
  const note = notes.get(clause.number)
  const does = effects.get(clause.number) ?? []
  return (
    <RuleRow
      number={clause.label.replace(/\.$/, '')}
      id={id}
      text={
        <>
          <ClauseText body={clause.body} />
          {note && <p class="pl-small pl-quiet">{nb(note)}</p>}
        </>
      }
      does={does.map(({ icon, text }) => ({ icon: icons[icon], text }))}
    />
  )
}

function ClauseText({ body }: { body: Clause['body'] }): ComponentChildren {
  return body.map((part) =>
    typeof part === 'string' ? (
      <p>{nb(part)}</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {part.map((item) => (
          <li>{nb(item)}</li>
        ))}
      </ul>
    ),
  )
}
