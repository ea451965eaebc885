import type { ComponentChildren } from 'preact'
import type { Territory } from '../../../authz/ctx.ts'
import { shortPeriod } from '../../../kernel/dates.ts'
import { capital } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import type { ThingRequest } from '../../../kit/thing.ts'
import { nb, StateTag, TextLink, type Tone } from '../../../ui/content.ts'
import { type FormState, fieldId, type RadioChoice, Radios, TextArea } from '../../../ui/fields.ts'
import { Columns } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { clauseLink } from '../../regulation/clause-links.tsx'
import type { OpenSubmission } from '../case.ts'
import type { SubmissionState } from '../machine.ts'
import type { Assessment, Candidate, Verdict } from '../model.ts'
import { againstAll, percent } from '../rules.ts'
import { stateNames } from '../texts.ts'

export type At = Pick<Territory, 'code' | 'actKind'>

/** What the page of a submission and its parts are made from. */
export type SubmissionPageProps = Pick<ThingRequest, 'ctx' | 'form' | 'conflict'> & {
  opened: OpenSubmission
  request: ThingRequest
  order: { readonly id: string; readonly label: string } | null
}

const tones: Readonly<Record<SubmissionState, Tone>> = {
  draft: 'calm',
  sent: 'wait',
  returned: 'late',
  drafted: 'now',
  decided: 'ok',
}

export const SubmissionTag = ({ state }: { state: SubmissionState }) => (
  <StateTag tone={tones[state]} word={capital(stateNames[state])} />
)

/** «Присвоить» or «Отклонить», with its icon. */
export const VerdictTag = ({ verdict }: { verdict: Verdict }) =>
  verdict === 'include' ? <StateTag tone="ok" word="Присвоить" /> : <StateTag tone="late" icon="cross" word="Отклонить" />

/** Stands at a choice that every expert wrote against. */
export const AgainstAll = ({ verdict, assessment }: { verdict: Verdict | null; assessment: Assessment | null }) =>
  againstAll(verdict, assessment) ? (
    <>
      {' '}
      <StateTag
        tone="wait"
        word={verdict === 'include' ? 'Все эксперты не рекомендуют присваивать' : 'Все эксперты рекомендуют присвоить'}
      />
    </>
  ) : null

export const ClauseLink = ({ territory, clause }: { territory: At; clause: string }) => clauseLink({ territory }, clause)

export const namesOf = ({ organisations }: Candidate) => organisations.map(({ shortName }) => shortName).join(', ')

/** «заявка № 5, Школа № 1» at the place of an error. */
export const placeOf =
  (candidates: readonly Candidate[]) =>
  (field: string): string | undefined => {
    const index = /^items\.(\d+)\./.exec(field)?.[1]
    const found = index === undefined ? undefined : candidates[Number(index)]
    return found && `Заявка № ${found.number}`
  }

/** «медиана 82 %, среднее 80,5 %, 3 заключения»; nothing where nobody has read it. */
export function figuresInWords(assessment: Assessment | null): string | null {
  if (!assessment || assessment.median === null) return null
  const mean = assessment.mean === null ? '' : `, среднее ${percent(assessment.mean)} %`
  return `медиана ${percent(assessment.median)} %${mean}, ${counted(assessment.sent, 'заключение', 'заключения', 'заключений')}`
}

/** «Итог 72 при проходном 60: проходит»; what keeps it from passing; what is still awaited. */
export function scoreInWords({ score }: Assessment): string | null {
  if (score === null || score.value === null) return null
  const { value, pass, passes, below, awaited } = score
  const figure = (number: number) => String(number).replace('.', ',')
  const mark = pass === null ? '' : ` при проходном ${figure(pass)}`
  const why = below.map((one) => `«${one.text}» — ${figure(one.value)} при наименьшем ${figure(one.least)}`).join(', ')
  const waits = counted(awaited, 'заключение', 'заключения', 'заключений')
  const word = passes === null ? (awaited > 0 ? `: ждём ещё ${waits}` : '') : passes ? ': проходит' : ': не проходит'
  return `Итог ${figure(value)}${mark}${word}${why === '' ? '' : ` (${why})`}`
}

type FactsProps = { territory: At; candidate: Candidate; assessment: Assessment | null; clause?: string | undefined }
/** The application in a few lines: who, what about, for how long, what the experts came to. */
export function CandidateFacts({ territory, candidate, assessment, clause }: FactsProps) {
  const { id, theme, wantedFrom, wantedTo } = candidate
  const term = wantedFrom === null ? null : shortPeriod({ from: wantedFrom, to: wantedTo })
  const figures = figuresInWords(assessment)
  const score = assessment && scoreInWords(assessment)
  return (
    <>
      <p>
        {nb(`«${theme}»`)}
        {term && `, ${term}`}
      </p>
      {score && (
        <p>
          <b>{nb(score)}</b> {clause && <ClauseLink territory={territory} clause={clause} />}
        </p>
      )}
      <p class="pl-quiet">
        {figures && `${nb(capital(figures))}. `}
        <TextLink
          href={paths.application({ territory: territory.code, application: id })}
        >{`Открыть заявку № ${candidate.number}`}</TextLink>
      </p>
    </>
  )
}

export const proposalChoices: readonly RadioChoice[] = [
  { value: 'include', label: 'Присвоить статус' },
  { value: 'exclude', label: 'Отклонить' },
  { value: 'later', label: 'Пока не включать в список' },
]
export const decisionChoices: readonly RadioChoice[] = [
  { value: 'include', label: 'Присвоить статус' },
  { value: 'exclude', label: 'Отклонить' },
]
export const directChoices: readonly RadioChoice[] = [...decisionChoices, { value: 'later', label: 'Решить позже' }]

type VerdictProps = {
  form: FormState
  index: number
  candidate: Candidate
  options: readonly RadioChoice[]
  children?: ComponentChildren
  /** Under the fields. */
  after?: ComponentChildren
  reasonHint: string
}

/** What becomes of one application: the choice and its reason. */
export function VerdictFields({ form, index, candidate, options, reasonHint, children, after }: VerdictProps) {
  const name = `items.${index}`
  return (
    <section class="pl-sheet" id={fieldId(name)} aria-labelledby={`${fieldId(name)}-title`}>
      <h3 class="govuk-heading-s" id={`${fieldId(name)}-title`}>
        {nb(`${index + 1}. Заявка № ${candidate.number}: ${namesOf(candidate)}`)}
      </h3>
      {children}
      <input type="hidden" name={`${name}.applicationId`} value={candidate.id} />
      <Columns kind="half">
        <Radios form={form} name={`${name}.verdict`} label={`Что решить по заявке № ${candidate.number}`} choices={options} />
        <TextArea
          form={form}
          name={`${name}.reason`}
          label={`Основание по заявке № ${candidate.number}`}
          hint={reasonHint}
          rows={4}
        />
      </Columns>
      {after}
    </section>
  )
}
