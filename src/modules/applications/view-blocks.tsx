import type { ComponentChildren } from 'preact'
import { longDate } from '../../kernel/dates.ts'
import { capital } from '../../kernel/names.ts'
import type { FileId } from '../../kernel/types.ts'
import { applicationForm } from '../../regulation/intake/questions.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { nb, SummaryList, type SummaryRow, TextLink } from '../../ui/content.ts'
import { Sheet } from '../../ui/frame.ts'
import { ProgrammeSheet } from '../programmes/programme-blocks.tsx'
import type { ApplicationView, ShownCriterion, ShownEvidence, ShownHead, ShownOrganisation } from './model.ts'
import { contactsOf, evidenceGroupNames, itemCaption, ownCaption, termWords, voteWords } from './wording.ts'

export type ApplicationSheetProps = {
  view: ApplicationView
  /** The level of its headings. */
  level: 2 | 3
  /** Where a file of the application is taken from; without it files are only named. */
  fileHref: ((fileId: FileId) => string) | null
  /** Gives the numbers and captions of the items of the form. */
  regulation?: Regulation | null
  /** The author has not come to the adviser yet: nobody is named, but nobody said there is none. */
  adviserOpen?: boolean
}

const empty = <span class="pl-quiet">не заполнено</span>
const shown = (text: string | null): ComponentChildren => (text ? <span class="pl-pre">{nb(text)}</span> : empty)

/** How the form calls the programme: «7. Программа площадки». */
export const programmeCaption = (regulation: Regulation | null): string => itemCaption(regulation, 'programme', 'Программа')

/** An application to be read, its programme aside: the preview, the expert's page, the operator's check, a kept round. (R-A1, R-33) */
export function ApplicationSheet({ view, level, fileHref, regulation = null, adviserOpen = false }: ApplicationSheetProps) {
  const { organisations, head, adviser, eligibility } = view
  return (
    <>
      <Part level={level} title="О чём заявка">
        <SummaryList rows={aboutRows(view)} />
      </Part>
      {organisations.map((organisation) => (
        <Part level={level} title={organisation.shortName}>
          <SummaryList rows={organisationRows(organisation, { regulation, joint: organisations.length > 1 })} />
        </Part>
      ))}
      <Part level={level} title={itemCaption(regulation, 'headOfSite', 'Руководитель площадки')}>
        {head ? <SummaryList rows={headRows(head, fileHref)} /> : empty}
      </Part>
      {(adviser !== null || (regulation && applicationForm(regulation)?.some(({ code }) => code === 'scientificAdviser'))) && (
        <Part level={level} title={itemCaption(regulation, 'scientificAdviser', 'Научный руководитель')}>
          {adviserOpen ? (
            empty
          ) : (
            <p>{adviser ? nb([adviser.name, adviser.post].filter((part) => part !== '').join(', ')) : 'Нет'}</p>
          )}
        </Part>
      )}
      {view.own !== undefined && view.own.length > 0 && (
        <Part level={level} title="Другие сведения">
          <SummaryList rows={ownRows(view, regulation, fileHref)} />
        </Part>
      )}
      {eligibility.length > 0 && (
        <Part level={level} title="Право на статус">
          <Criteria criteria={eligibility} fileHref={fileHref} />
        </Part>
      )}
    </>
  )
}

/** The application with its programme, each on a sheet of its own. */
export function WholeApplication({ title, ...sheet }: ApplicationSheetProps & { title?: string; regulation: Regulation }) {
  const { view, regulation } = sheet
  return (
    <>
      <Sheet title={title}>
        <ApplicationSheet {...sheet} />
      </Sheet>
      {view.programme && (
        <Sheet title={programmeCaption(regulation)}>
          <p>{nb(`«${view.programme.title}»`)}</p>
          <ProgrammeSheet content={view.programme.content} regulation={regulation} level={3} />
        </Sheet>
      )}
    </>
  )
}

function Part({ level, title, children }: { level: 2 | 3; title: string; children: ComponentChildren }) {
  return (
    <section class="pl-gap">
      {level === 2 ? <h2 class="govuk-heading-m">{nb(title)}</h2> : <h3 class="govuk-heading-s">{nb(title)}</h3>}
      {children}
    </section>
  )
}

/** The rows of the theme, for the sheet and for the page of answers. */
export function aboutRows(view: ApplicationView): SummaryRow[] {
  return [
    ...(view.callTitle === null ? [] : [{ key: 'Приём заявок', value: view.callTitle }]),
    { key: 'Кто подаёт', value: view.initiatorName },
    { key: 'Тема', value: shown(view.theme) },
    ...(view.direction === null ? [] : [{ key: 'Направление', value: view.direction }]),
    { key: 'Срок статуса', value: shown(termWords(view)) },
  ]
}

/** The items of one organisation, numbered as in the form. */
export function organisationRows(
  organisation: ShownOrganisation,
  { regulation, joint }: { regulation: Regulation | null; joint: boolean },
): SummaryRow[] {
  const role = organisation.isLead ? 'Ведущая организация' : 'Участвует'
  return [
    ...(joint ? [{ key: 'Участие', value: role }] : []),
    { key: itemCaption(regulation, 'fullName', 'Полное название по уставу'), value: shown(organisation.charterName) },
    { key: itemCaption(regulation, 'legalAddress', 'Юридический адрес'), value: shown(organisation.legalAddress) },
    { key: itemCaption(regulation, 'contacts', 'Телефон, факс, почта'), value: shown(contactsOf(organisation)) },
    { key: itemCaption(regulation, 'headOfOrganisation', 'Руководитель организации'), value: shown(organisation.headName) },
    ...(joint ? [{ key: 'Что делает в общей программе', value: shown(organisation.share) }] : []),
  ]
}

/** The paper's own items, numbered as in the form. */
export const ownRows = (
  { own = [] }: ApplicationView,
  regulation: Regulation | null,
  fileHref: ApplicationSheetProps['fileHref'],
): SummaryRow[] =>
  own.map((one) => ({
    key: regulation ? ownCaption(regulation, one) : one.caption,
    value: one.fileId === null ? shown(one.text) : <FileName id={one.fileId} name={one.text} fileHref={fileHref} />,
  }))

/** The head of the site with what the regulation asks about, the protocol and the votes. (C-41, R-41) */
export function headRows(head: ShownHead, fileHref: ApplicationSheetProps['fileHref']): SummaryRow[] {
  const { protocol, votes } = head
  return [
    { key: 'Кто', value: head.name },
    { key: 'Должность', value: shown(head.post) },
    ...(head.category === null ? [] : [{ key: 'Категория', value: head.category }]),
    ...(head.achievements.length === 0 ? [] : [{ key: 'Достижения', value: head.achievements.join('; ') }]),
    ...(votes.length === 0 ? [] : [{ key: 'Как голосовали', value: <List lines={votes.map(voteWords)} /> }]),
    ...(protocol === null ? [] : [{ key: 'Протокол', value: <Protocol protocol={protocol} fileHref={fileHref} /> }]),
  ]
}

function Protocol({
  protocol: { number, on, fileId, fileName },
  fileHref,
}: {
  protocol: NonNullable<ShownHead['protocol']>
  fileHref: ApplicationSheetProps['fileHref']
}) {
  return (
    <>
      {nb(`№ ${number} от ${longDate(on)}`)}
      {fileId !== null && (
        <>
          {', '}
          <FileName id={fileId} name={fileName ?? 'протокол'} fileHref={fileHref} />
        </>
      )}
    </>
  )
}

const FileName = ({ id, name, fileHref }: { id: FileId; name: string; fileHref: ApplicationSheetProps['fileHref'] }) =>
  fileHref ? <TextLink href={fileHref(id)}>{name}</TextLink> : name

const List = ({ lines }: { lines: readonly string[] }) => (
  <ul class="pl-list">
    {lines.map((line) => (
      <li>{nb(line)}</li>
    ))}
  </ul>
)

/** The criteria of the regulation, each with what proves it. (C-31, T-2) */
export function Criteria({
  criteria,
  fileHref,
}: {
  criteria: readonly ShownCriterion[]
  fileHref: ApplicationSheetProps['fileHref']
}) {
  return (
    <SummaryList
      rows={criteria.map(({ text, group, evidence }) => ({
        key: capital(text),
        value: (
          <>
            <span class="pl-sub">{evidenceGroupNames[group]}</span>
            {evidence.length === 0
              ? empty
              : evidence.map((one) => (
                  <p>
                    <Proof evidence={one} fileHref={fileHref} />
                  </p>
                ))}
          </>
        ),
      }))}
    />
  )
}

/** One piece of evidence with its note. */
export function Proof({ evidence, fileHref }: { evidence: ShownEvidence; fileHref: ApplicationSheetProps['fileHref'] }) {
  const { kind, text, fileId, note } = evidence
  return (
    <>
      {kind === 'file' && fileId !== null && <FileName id={fileId} name={text} fileHref={fileHref} />}
      {kind === 'link' && (
        <TextLink href={text} out="web">
          {text}
        </TextLink>
      )}
      {kind === 'register' && nb(`По реестру: ${text}`)}
      {note && <span class="pl-sub">{nb(note)}</span>}
    </>
  )
}
