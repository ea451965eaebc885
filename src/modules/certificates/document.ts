import {
  bold,
  bullet,
  column,
  dateAndNumber,
  document,
  gap,
  heading,
  letterhead,
  p,
  qrCode,
  section,
  signature,
  table,
} from '../../documents/build.ts'
import type { Block, Doc, Section } from '../../documents/model.ts'
import { longDate, shortDate } from '../../kernel/dates.ts'
import { capital, fullName } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import type { OpenCertificate, OpenRun } from './case.ts'
import { codeInGroups } from './code-rules.ts'
import type { Mastered, Printed } from './model.ts'
import { paths } from './paths.ts'
import { certificatesOfRun } from './queries.ts'
import { aboutWords, daysText, hoursText, kindWords, numberText, paperName, qualificationWords } from './wording.ts'

type Paper = { readonly code: string; readonly printed: Printed }

/** One paper: who, of what, how many hours, by whom, and how it is checked. */
function sheet({ code, printed }: Paper, origin: string): Section {
  const { kind, signatory } = printed
  const { one, genitive } = kindWords[kind]
  return section([
    letterhead(printed.issuer, `${printed.siteWord} «${printed.theme}»`),
    gap(2),
    heading(1, one.toUpperCase()),
    dateAndNumber(longDate(printed.issuedOn), `№ ${printed.number}`),
    gap(),
    p(capital(aboutWords(printed)), { align: 'left' }),
    gap(),
    ...(printed.mastered ? masteredBlocks(printed, printed.mastered) : attendedBlocks(printed)),
    signature(capital(signatory.post), signatory.name, { line: true, seal: true }),
    gap(),
    qrCode(`${origin}${paths.checkedPaper({ paper: code })}`, `Проверка ${genitive}: ${codeInGroups(code)}`, {
      align: 'right',
      size: 32,
    }),
    p(`Проверить: ${origin}${paths.checkPaper({})}`, { align: 'right' }),
    p(`Код: ${codeInGroups(code)}`, { align: 'right' }),
    gap(),
    p(qualificationWords(printed), { align: 'left' }),
  ])
}

const daysLine = (printed: Printed) =>
  p(`${printed.from === printed.to ? 'День' : 'Дни'}: ${daysText(printed)}.`, { align: 'left' })

/** Of somebody who took part: at what, when, how long. */
function attendedBlocks(printed: Printed): Block[] {
  const { lines, kind } = printed
  return [
    p(`${kindWords[kind].given} участнику ${lines.length === 1 ? 'мероприятия' : 'мероприятий'} площадки:`, { align: 'center' }),
    p(bold(fullName(printed.person)), { align: 'center' }),
    gap(),
    daysLine(printed),
    p(['Объём: ', bold(hoursText(printed.hours)), ' по отметкам о присутствии.'], { align: 'left' }),
    gap(),
    table(
      [column('Мероприятие', 10), column('День', 3, 'center'), column('Часов', 2, 'center')],
      lines.map(({ title, day, hours }) => [title, shortDate(day), numberText(hours)]),
    ),
  ]
}

/** Of somebody who has mastered a programme: which, by which version, hours by topic, and what had to be done for it. */
function masteredBlocks(printed: Printed, mastered: Mastered): Block[] {
  const { programme, version, of, topics, conditions, format, licenceHolder } = mastered
  const terms = [format && `Вид стажировки: ${format}`, licenceHolder && `лицензия — ${licenceHolder}`].filter(Boolean).join('; ')
  return [
    p(`${kindWords[printed.kind].given} стажёру площадки:`, { align: 'center' }),
    p(bold(fullName(printed.person)), { align: 'center' }),
    gap(),
    p(['в том, что программа стажировки ', bold(`«${programme}»`), ` (редакция ${version}, ${hoursText(of)}) освоена.`]),
    daysLine(printed),
    ...(terms === '' ? [] : [p(`${terms}.`, { align: 'left' })]),
    p(['Объём: ', bold(hoursText(printed.hours)), ' по отметкам о занятиях и пробах.'], { align: 'left' }),
    gap(),
    table(
      [column('Тема', 12), column('Часов', 2, 'center')],
      topics.map(({ title, hours }) => [title, numberText(hours)]),
    ),
    gap(),
    p('Выполнены условия программы:', { align: 'left', keepWithNext: true }),
    ...conditions.map((text, at) => bullet(`${text}${at === conditions.length - 1 ? '.' : ';'}`)),
  ]
}

const paperOf = (title: string, issuedOn: string, papers: readonly Paper[], origin: string): Doc =>
  document(
    { title, date: issuedOn },
    papers.map((one) => sheet(one, origin)),
  )

/** One paper; a revoked one is printed no more. */
export const certificatePaper = ({ one }: OpenCertificate, { ctx }: ThingRequest): Doc | null =>
  one.state === 'revoked' ? null : paperOf(paperName(one.printed), one.issuedOn, [one], ctx.services.origin)

/** So many papers come in one file. */
export const fileSize = 50

/** A file with the papers of a press, so many in each; those that hold. */
export async function runPapers({ run }: OpenRun, { ctx, tx, params }: ThingRequest): Promise<Doc | null> {
  const part = Number(params.part)
  if (!Number.isInteger(part) || part < 1) return null
  const rows = await certificatesOfRun(tx, ctx, run.id).page(fileSize, (part - 1) * fileSize)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const holding = rows.filter(({ state }) => state === 'issued')
  if (holding.length === 0) return null
  return paperOf(`${kindWords[run.kind].many} № ${first.number}–${last.number}`, first.issuedOn, holding, ctx.services.origin)
}
