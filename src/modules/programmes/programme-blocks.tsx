import type { ComponentChildren } from 'preact'
import { ownSaid } from '../../regulation/fields.ts'
import type { ProgrammePart } from '../../regulation/kinds.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { nb, Table } from '../../ui/content.ts'
import { conditionsSaid } from './completion-rules.ts'
import { hoursText, numberText, shareText } from './hours-rules.ts'
import type { Assessment, Line, ProgrammeContent, Session, Topic, TryOut } from './model.ts'
import { hoursByKind, topicHours, totalHours } from './rules.ts'
import {
  assessmentNames,
  completionName,
  formName,
  objectiveNames,
  resourceNames,
  shownSections,
  topicAnchor,
  topicName,
} from './wording.ts'

type Level = 2 | 3 | 4
type SheetProps = {
  content: ProgrammeContent
  regulation: Regulation
  /** Of the headings of its parts; topics and lists stand below them. */
  level?: Level
}

/** A programme to be read: by an expert, before it is sent, in an old version. (R-A2, R-A2p, R-A2c) */
export function ProgrammeSheet({ content, regulation, level = 2 }: SheetProps) {
  return (
    <>
      <Total content={content} />
      {shownSections(regulation).map((section) => {
        const { id, name } =
          'part' in section
            ? { id: `programme-${section.part}`, name: section.text }
            : { id: `programme-own-${section.field.code}`, name: section.field.caption }
        return (
          <section aria-labelledby={id}>
            <Heading level={level} look="part" id={id}>
              {name}
            </Heading>
            {'part' in section ? (
              parts[section.part]({ content, regulation, level: deeper(level) })
            ) : (
              <Text text={ownSaid(section.field, content.own?.[section.field.code])} />
            )}
          </section>
        )
      })}
      <Conditions content={content} level={level} />
    </>
  )
}

/** What a paper about a mastered programme is given for, where the programme says so. */
function Conditions({ content, level }: { content: ProgrammeContent; level: Level }) {
  const conditions = conditionsSaid(content)
  if (conditions.length === 0) return null
  return (
    <section aria-labelledby="programme-completion">
      <Heading level={level} look="part" id="programme-completion">
        {completionName}
      </Heading>
      <ul class="govuk-list govuk-list--bullet">
        {conditions.map(({ text }) => (
          <li>{nb(text)}</li>
        ))}
      </ul>
    </section>
  )
}

/** «Всего 36 часов, из них дистанционно 8 (22 %)»; where fewer hours are laid out than declared, the shares are of those. */
export function Total({ content }: { content: ProgrammeContent }) {
  const { held, remote, tryOuts } = hoursByKind(content)
  const some = [
    remote > 0 && `дистанционно ${numberText(remote)} (${shareText(remote, held)})`,
    tryOuts > 0 && `стажёрские пробы ${numberText(tryOuts)} (${shareText(tryOuts, held)})`,
  ].filter((text) => text !== false)
  const total = totalHours(content)
  const laidOut = total === held ? '' : `. По занятиям и пробам расписано ${hoursText(held)}`
  return <p>{nb(`Всего ${hoursText(total)}${laidOut}${some.length > 0 ? `, из них ${some.join(', ')}` : ''}.`)}</p>
}

const parts: Readonly<Record<ProgrammePart, (props: Required<SheetProps>) => ComponentChildren>> = {
  note: ({ content: { note }, level }) => (
    <>
      <Item name="Актуальность" level={level}>
        <Text text={note.relevance} />
      </Item>
      <Item name="Цель" level={level}>
        <Text text={note.aim} />
      </Item>
      <Item name="Задачи" level={level}>
        <Lines lines={note.tasks} />
      </Item>
      <Item name="Кто будет учиться" level={level}>
        <Lines lines={note.contingent} />
      </Item>
      <Item name="Направления стажировки" level={level}>
        <Lines lines={note.directions} />
      </Item>
    </>
  ),
  topics: ({ content, regulation, level }) =>
    content.topics.length === 0 ? (
      <Nothing />
    ) : (
      content.topics.map((topic, index) => <TopicSheet topic={topic} index={index} regulation={regulation} level={level} />)
    ),
  resources: ({ content: { resources }, level }) =>
    (['people', 'material', 'teaching'] as const).map((kind) => (
      <Item name={resourceNames[kind]} level={level}>
        <Lines lines={resources[kind]} />
      </Item>
    )),
  assessment: ({ content: { assessment }, level }) =>
    (['external', 'self'] as const).map((kind) => (
      <Item name={assessmentNames[kind]} level={level}>
        <AssessmentSheet assessment={assessment[kind]} name={assessmentNames[kind]} />
      </Item>
    )),
}

/** One topic to be read. */
export function TopicSheet({
  topic,
  index,
  regulation,
  level,
}: {
  topic: Topic
  index: number
  regulation: Regulation
  level: Level
}) {
  const { objectives, sessions, tryOuts, results } = topic
  const below = deeper(level)
  return (
    <section id={topicAnchor(topic.id)} aria-label={topicName(index, topic.title)}>
      <Heading level={level} look="item">{`${topicName(index, topic.title)}, ${hoursText(topicHours(topic))}`}</Heading>
      {(['teach', 'form', 'develop'] as const).map(
        (kind) =>
          objectives[kind].length > 0 && (
            <Item name={objectiveNames[kind]} level={below} look="inTopic">
              <Lines lines={objectives[kind]} />
            </Item>
          ),
      )}
      {sessions.length > 0 && <SessionTable sessions={sessions} regulation={regulation} topic={topicName(index, topic.title)} />}
      {tryOuts.length > 0 && (
        <Item name="Стажёрские пробы" level={below} look="inTopic">
          <TryOuts tryOuts={tryOuts} />
        </Item>
      )}
      <Item name="Планируемые результаты" level={below} look="inTopic">
        <Lines lines={results} />
      </Item>
    </section>
  )
}

function SessionTable({ sessions, regulation, topic }: { sessions: readonly Session[]; regulation: Regulation; topic: string }) {
  return (
    <Table
      caption={`Занятия: ${topic}`}
      rows={sessions}
      columns={[
        { title: 'Занятие', cell: ({ title }) => nb(title) },
        {
          title: 'Форма',
          cell: ({ form, remote }) => [formName(regulation, form), remote && 'дистанционно'].filter(Boolean).join(', '),
        },
        { title: 'Часы', cell: ({ hours }) => numberText(hours), numeric: true },
      ]}
    />
  )
}

const TryOuts = ({ tryOuts }: { tryOuts: readonly TryOut[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {tryOuts.map(({ title, assignment, hours }) => (
      <li>
        <b>{nb(title)}</b>, {nb(hoursText(hours))}
        <Text text={assignment} />
      </li>
    ))}
  </ul>
)

function AssessmentSheet({ assessment, name }: { assessment: Assessment; name: string }) {
  const { criteria, procedure, tools } = assessment
  if (criteria.length === 0 && procedure === '' && tools === '') return <Nothing />
  return (
    <>
      {criteria.length > 0 && (
        <Table
          caption={`Критерии: ${name}`}
          rows={criteria}
          columns={[
            { title: 'Критерий', cell: ({ text }) => nb(text) },
            { title: 'Показатель', cell: ({ indicator }) => nb(indicator) },
          ]}
        />
      )}
      {procedure !== '' && <Text text={`Процедура: ${procedure}`} />}
      {tools !== '' && <Text text={`Инструменты: ${tools}`} />}
    </>
  )
}

const deeper = (level: Level): Level => (level === 2 ? 3 : 4)

/** How a heading looks does not follow its level: the sheet stands on pages and inside other sheets. */
const looks = { part: 'govuk-heading-m', item: 'govuk-heading-s', inTopic: 'govuk-heading-s pl-quiet' } as const
type Look = keyof typeof looks

function Heading({ level, look, id, children }: { level: Level; look: Look; id?: string; children: string }) {
  const Tag = `h${level}` as const
  return (
    <Tag class={looks[look]} id={id}>
      {nb(children)}
    </Tag>
  )
}

type ItemProps = { name: string; level: Level; look?: Look; children: ComponentChildren }
function Item({ name, level, look = 'item', children }: ItemProps) {
  return (
    <div class="pl-gap">
      <Heading level={level} look={look}>
        {name}
      </Heading>
      {children}
    </div>
  )
}

const Nothing = () => <p class="pl-quiet">Ничего не написано</p>

/** What a person typed: a paragraph for every line. */
function Text({ text }: { text: string }) {
  if (text === '') return <Nothing />
  return <>{text.split('\n').map((line) => line.trim() !== '' && <p>{nb(line)}</p>)}</>
}

function Lines({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return <Nothing />
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map(({ text }) => (
        <li>{nb(text)}</li>
      ))}
    </ul>
  )
}
