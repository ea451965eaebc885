import type { ComponentChildren } from 'preact'
import { type Ctx, may } from '../../../authz/ctx.ts'
import { entries } from '../../../regulation/editor/entries.ts'
import { type EditorPage, editorPages } from '../../../regulation/topic.ts'
import { Icon, nb } from '../../../ui/content.ts'
import { Breadcrumbs, Columns, PageHead, Stack } from '../../../ui/frame.ts'
import type { OpenEdition } from '../case.ts'
import { paths } from '../paths.ts'
import { problemsByRule } from '../rules.ts'

type FrameProps = {
  ctx: Ctx
  opened: OpenEdition
  /** The page shown; null for the check and for the text. */
  current: EditorPage | 'check' | 'text' | 'examples' | 'year'
  title: string
  actions?: ComponentChildren
  children: ComponentChildren
}

export const editionName = (version: number): string => `Редакция ${version}, проект`

/** A page of the editor: the pages of rules and the check at the left, with how many rules of each are not in order; who only reads has the check alone. */
export function EditorFrame({ ctx, opened, current, title, actions, children }: FrameProps) {
  const at = { territory: ctx.territory.code, edition: opened.one.id }
  const writes = may(ctx, 'regulation.edit')
  const problems = problemsByRule(opened)
  const ofPage = (page: EditorPage) => entries.filter((entry) => entry.page === page && problems.has(entry.key)).length
  const pages = [
    { code: 'text', href: paths.editionText(at), title: 'Текст', left: problems.get('text')?.length ?? 0 },
    ...editorPages.map(({ code, title }) => ({
      code,
      title,
      href: paths.editionPage({ ...at, page: code }),
      left: ofPage(code),
    })),
    { code: 'examples', href: paths.editionExamples(at), title: 'Примеры', left: problems.get('examples')?.length ?? 0 },
    { code: 'year', href: paths.editionYear(at), title: 'Пробный год', left: null },
    { code: 'check', href: paths.edition(at), title: 'Проверка', left: null },
  ]
  return (
    <>
      <Breadcrumbs
        links={[
          { href: paths.regulation({ territory: at.territory }), label: 'Положение' },
          { href: paths.editions({ territory: at.territory }), label: 'Редакции' },
          ...(current === 'check' ? [] : [{ href: paths.edition(at), label: editionName(opened.one.version) }]),
        ]}
      />
      <PageHead title={title} more={opened.regulation.title} actions={actions} />
      <Columns kind={writes ? 'left' : 'form'}>
        {writes && (
          <nav class="pl-stick" aria-label="Страницы Положения">
            <ol class="pl-toc pl-pages">
              {pages.map((page, index) => (
                <li>
                  <a href={page.href} aria-current={page.code === current ? 'page' : undefined}>
                    <span>{nb(`${index + 1}. ${page.title}`)}</span>
                    {page.left !== null && <Mark left={page.left} />}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <Stack>{children}</Stack>
      </Columns>
    </>
  )
}

const Mark = ({ left }: { left: number }) =>
  left === 0 ? (
    <span class="pl-pages__ok">
      <Icon name="done" />
      <span class="govuk-visually-hidden">замечаний нет</span>
    </span>
  ) : (
    <span class="pl-pages__n">
      {left}
      <span class="govuk-visually-hidden"> с замечаниями</span>
    </span>
  )
