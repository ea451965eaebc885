import { z } from 'zod'
import { asked } from '../../web/address.ts'
import { choice } from '../../web/fields.ts'
import { post, publicGet, type Route } from '../../web/route.ts'
import { certificates, issuers, runs } from './case.ts'
import { codeTyped } from './code-rules.ts'
import { issueCompletion, issuePapers, revokePaper } from './deeds.ts'
import { certificatePaper, runPapers } from './document.ts'
import { certificateList } from './list.tsx'
import { showName } from './names.ts'
import { paths } from './paths.ts'
import { type OtherPaper, otherPapers } from './ports.ts'
import { checkedPaper } from './publication.ts'
import { certificatePage } from './views/certificate-page.tsx'
import { checkPage } from './views/check-page.tsx'
import { completionPage } from './views/completion-page.tsx'
import { issuePage } from './views/issue-page.tsx'
import { runPage } from './views/run-page.tsx'

type Asking = { readonly tx: Parameters<typeof checkedPaper>[0]; readonly typed: string | undefined }
const check = async ({ tx, typed = '' }: Asking) => {
  const code = codeTyped(typed)
  const found = code === null ? undefined : await checkedPaper(tx, code)
  return checkPage(typed === '' ? null : typed, found, code === null || found ? null : await otherPaper(tx, code))
}

async function otherPaper(tx: Asking['tx'], code: string): Promise<OtherPaper | null> {
  for (const ask of otherPapers.parts()) {
    const found = await ask(tx, code)
    if (found) return found
  }
  return null
}

export const routes: Route[] = [
  ...certificateList.routes,
  issuers.page(paths.certificateIssue, issuePage, 'certificate.issue', ['event', 'startsOn', 'endsOn', 'school']),
  issuePapers.route(issuePage),
  issuers.page(paths.certificateCompletion, completionPage, 'certificate.issue', ['school']),
  issueCompletion.route(completionPage),
  runs.page(paths.certificateRun, runPage),
  runs.papers(paths.certificateRunPapers, runPapers),
  certificates.page(paths.certificate, certificatePage),
  revokePaper.route(certificatePage),
  certificates.papers(paths.certificatePaper, certificatePaper),
  post(paths.myName, {
    permits: 'certificate.own',
    form: z.object({ shown: choice('ответ', ['yes', 'no']) }),
    act: ({ ctx, form: { shown } }) => showName(ctx, shown === 'yes'),
    next: ({ ctx, form: { shown } }) => ({
      to: paths.my({ territory: ctx.territory.code }),
      notice:
        shown === 'yes'
          ? 'Теперь при проверке ваших бумаг видно имя. Согласие можно отозвать в любой день'
          : 'Имя скрыто: при проверке видны только первые буквы',
    }),
  }),
  publicGet(paths.checkPaper, {
    query: z.object({ code: asked }),
    page: async ({ tx, query }) => check({ tx, typed: query.code }),
  }),
  publicGet(paths.checkedPaper, { page: async ({ tx, params }) => check({ tx, typed: params.paper }) }),
]
