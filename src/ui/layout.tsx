import type { ComponentChildren } from 'preact'
import type { Day } from '../kernel/types.ts'
import type { PageAssets } from './assets.ts'
import { ClockBanner, type DemoClock, SampleBanner } from './clock-banner.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { HeaderProps } from './header-parts.tsx'
import { FormKey, SentVersion, Today } from './hidden-key.tsx'
import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'
import { Notice } from './notice.tsx'
import { type SessionEnd, SessionLine } from './session-line.tsx'
import { visionAttributes } from './vision.ts'
import { VisionBar } from './vision-bar.tsx'

export type LayoutProps = HeaderProps & {
  /** Title of the page; «Ошибка: » is put before it when a form is shown again. */
  title: string
  failed?: boolean
  /** What has just been done: «Приказ подписан под № 33». */
  notice?: string | null
  /** The notice tells of something to do, not of something done. */
  noticeWaits?: boolean
  /** Only in a demonstration. */
  clock?: DemoClock
  /** A page of a demonstration without its clock says that it is a sample. */
  isSample?: boolean
  footer: readonly LinkItem[]
  /** Idempotency key of the forms on this page. */
  formKey?: string
  /** Of the signed-in. */
  session?: SessionEnd | null
  /** The version that a refused form was made for. */
  sentVersion?: number | null
  /** Of the territory. */
  today?: Day | undefined
  assets: PageAssets
  children: ComponentChildren
}

/** The page around its content. Shows only the links it is given. */
export function Layout(props: LayoutProps) {
  const { title, failed, kind, notice, clock, footer, formKey = '', sentVersion = null, assets, vision, path, children } = props
  return (
    <FormKey.Provider value={formKey}>
      <SentVersion.Provider value={sentVersion}>
        <html lang="ru" class="govuk-template" data-frame={frameOf(props)} {...visionAttributes(vision)}>
          <Head title={`${failed ? 'Ошибка: ' : ''}${title}`} assets={assets} />
          <body class="govuk-template__body">
            <a class="govuk-skip-link" href="#main">
              К содержанию
            </a>
            <VisionBar vision={vision} path={path} />
            {clock ? <ClockBanner {...clock} back={path} /> : props.isSample && <SampleBanner />}
            <Header {...props} />
            <div class="pl-wrap">
              <main class="pl-main" id="main" tabIndex={-1}>
                {notice && <Notice tone={props.noticeWaits ? 'wait' : 'ok'} title={notice} live />}
                {props.today ? <Today.Provider value={props.today}>{children}</Today.Provider> : children}
              </main>
              {props.session && <SessionLine {...props.session} />}
            </div>
            <Footer links={footer} vision={vision} path={path} bare={kind === 'bare'} />
          </body>
        </html>
      </SentVersion.Provider>
    </FormKey.Provider>
  )
}

/** Another person, territory or kind of page means another frame: then the script loads the page whole. */
function frameOf({ kind, person, territory }: LayoutProps): string {
  return [kind, person?.name ?? '', territory ?? ''].join('|')
}

function Head({ title, assets }: { title: string; assets: PageAssets }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{`${nb(title)} — Площадка`}</title>
      <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assets.style} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <script type="module" src={assets.script} />
    </head>
  )
}
