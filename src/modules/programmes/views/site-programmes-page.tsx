import type { Ctx } from '../../../authz/ctx.ts'
import { nb, Table, TextLink } from '../../../ui/content.ts'
import { Form, type FormState, TextField } from '../../../ui/fields.ts'
import { Breadcrumbs, ErrorSummary, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { programmesOfSite } from '../queries.ts'
import { VersionState } from './programme-page.tsx'

type Programmes = Awaited<ReturnType<typeof programmesOfSite>>
type Props = {
  ctx: Pick<Ctx, 'territory'>
  site: { id: string; name: string; theme: string }
  programmes: Programmes
  canStart: boolean
  form: FormState | null
}

/** The programmes of a site; those who lead it may begin one. (R-A2) */
export function SiteProgrammesPage({ ctx, site, programmes, canStart, form }: Props) {
  const at = { territory: ctx.territory.code, site: site.id }
  return (
    <>
      <Breadcrumbs links={[{ href: paths.site(at), label: site.name }]} />
      <ErrorSummary outcome="Программа не начата" form={form} />
      <PageHead title="Программы площадки" more={`Тема: ${site.theme}`} />
      <Stack>
        {programmes.length === 0 ? (
          <Sheet>
            <p>{nb('Программы ещё нет. Её пишут в заявке или здесь; по ней учатся стажёры.')}</p>
          </Sheet>
        ) : (
          <Sheet title="Программы" flush>
            <Table
              caption="Программы площадки"
              rows={programmes}
              columns={[
                {
                  title: 'Программа',
                  cell: ({ id, title }) => <TextLink href={paths.programme({ ...at, programme: id })}>{title}</TextLink>,
                },
                { title: 'Редакция', cell: ({ number }) => number, numeric: true },
                { title: 'Состояние', cell: (version) => <VersionState sheet={{ version }} /> },
              ]}
            />
          </Sheet>
        )}
        {canStart && (
          <Sheet title="Новая программа">
            <Form action={paths.siteProgrammes(at)} guard>
              <TextField form={form} name="title" label="Название программы" initial={form ? undefined : site.theme} />
              <SubmitButton kind={programmes.length === 0 ? 'main' : 'secondary'}>Начать программу</SubmitButton>
            </Form>
          </Sheet>
        )}
      </Stack>
    </>
  )
}
