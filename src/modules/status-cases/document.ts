import { bullet, document, gap, heading, p, paragraphs, section, signature } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { localTime } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import type { CaseEvidence } from './model.ts'
import { basisOfKind, groundWords } from './rules.ts'
import type { OpenCase } from './store.ts'
import { kindAbout } from './texts.ts'

type Given = OpenCase & {
  readonly evidence: readonly CaseEvidence[]
  readonly timeZone: string
  readonly today: Day
  /** Who signs for the operator. */
  readonly signs: { readonly post: string; readonly name: string }
}

/** The operator's submission to whoever decides about a status, as a letter. */
export function submissionDocument({ one, site, evidence, timeZone, today, signs }: Given): Doc {
  const { regulation } = site
  const { bodies } = regulation
  const sentOn = one.submittedAt === null ? null : localTime(one.submittedAt, timeZone).day
  const number = one.submissionNumber === null ? 'проект' : `№ ${one.submissionNumber}`
  const title = `Представление ${kindAbout[one.kind]}`
  const accusing = evidence.filter((item) => item.side === 'accusing')
  return document({ title: `${title}, ${site.name}`, date: sentOn ?? today }, [
    section([
      p(`Кому: ${bodies.authority.name}`, { align: 'right' }),
      p(`От кого: ${bodies.operator.name}`, { align: 'right' }),
      p(sentOn === null ? number : `${number} от ${longDate(sentOn)}`, { align: 'left' }),
      gap(),
      heading(1, title),
      p(site.fullNames.join(', '), { align: 'center' }),
      p(`Тема площадки: ${site.theme}.`),
      p(`Что предлагается: ${wish(one.kind, one.onDay)} Основание — ${basisOfKind(regulation, one.kind).text}.`),
      ...(one.kind === 'termination' ? [p(`Основание прекращения: ${groundWords(regulation, one.ground)}.`)] : []),
      ...paragraphs(`Причина: ${one.reason}`),
      ...paragraphs(one.submissionText ?? ''),
      ...(accusing.length > 0 ? [heading(2, 'Чем подтверждается', { align: 'left' }), ...accusing.map(evidenceBlock)] : []),
      ...(one.explanation === null ? [] : [heading(2, 'Объяснение площадки', { align: 'left' }), ...paragraphs(one.explanation)]),
      gap(),
      signature(signs.post, signs.name, { line: true }),
    ]),
  ])
}

const evidenceBlock = ({ kind, text, link, file }: CaseEvidence) =>
  bullet(kind === 'link' ? `${text}: ${link}` : kind === 'file' && file ? `${text} (файл «${file.name}»)` : text)

function wish(kind: OpenCase['one']['kind'], day: Day): string {
  const words = {
    extension: `продлить статус по ${longDate(day)}`,
    suspension: `приостановить деятельность с ${longDate(day)}`,
    resumption: `возобновить деятельность с ${longDate(day)}`,
    termination: `прекратить статус, последний день — ${longDate(day)}`,
  }
  return words[kind].endsWith('.') ? words[kind] : `${words[kind]}.`
}
