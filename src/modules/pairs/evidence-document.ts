import { bold, column, document, gap, heading, p, qrCode, section, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate } from '../../kernel/dates.ts'
import { paths as links } from '../../web/paths.ts'
import { codeInGroups } from '../certificates/code-rules.ts'
import { type Evidence, evidenceRows } from './evidence-rules.ts'

type Paper = { readonly code: string; readonly printed: Evidence }

/** What a mentor has done in pairs, on paper: hours, pairs, outcomes, with a code that anybody may check. Whoever learned is not named. */
export function evidenceDocument({ code, printed }: Paper, name: string, origin: string): Doc {
  const title = 'Сведения о работе в наставнических парах'
  return document({ title: `${title}: ${name}`, date: printed.issuedOn }, [
    section([
      heading(1, title),
      p(bold(name), { align: 'center' }),
      p(`По записям на ${longDate(printed.issuedOn)}`, { align: 'center' }),
      gap(),
      table(
        [column('Что', 3), column('Сколько и какое', 13)],
        evidenceRows(printed).map(({ key, value }) => [key, value]),
      ),
      gap(),
      p(
        'Часы — академические, по 45 минут; записи, с которыми не согласилась вторая сторона, не считаются. Это не документ о квалификации.',
      ),
      qrCode(`${origin}${links.checkedPaper({ paper: code })}`, `Проверка: ${codeInGroups(code)}`, { align: 'right', size: 32 }),
      p(`Проверить: ${origin}${links.checkPaper({})}`, { align: 'right' }),
      p(`Код: ${codeInGroups(code)}`, { align: 'right' }),
    ]),
  ])
}
