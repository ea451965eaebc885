import { fullName } from '../../../kernel/names.ts'
import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { nb, RowList } from '../../../ui/content.ts'
import { ButtonLink, Columns, PageFrame, Sheet } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import { seeOther } from '../../../web/route.ts'
import type { OpenPerson } from '../case.ts'
import { beginRoute } from '../deeds.ts'
import { paths } from '../paths.ts'
import { calledIn } from '../store.ts'
import { whoSees } from '../texts.ts'
import { Ground, notHere } from './parts.tsx'

/** The route that a person has now; where there is none, the way to begin one. */
export const personPage: ThingPage<OpenPerson> = (opened, request) => {
  const { ctx, form } = request
  const { person, here, current, lacks, framework } = opened
  const at = { territory: ctx.territory.code }
  if (!here.on) return notHere(ctx)
  if (current && !form) return seeOther(paths.route({ ...at, route: current.id }))
  const own = person.id === ctx.actor.personId
  const title = 'Индивидуальный маршрут'
  const way = own
    ? { href: everywhere.my(at), label: 'Моё' }
    : { href: everywhere.personDeficits({ ...at, person: person.id }), label: 'Профессиональные дефициты' }
  const body = (
    <PageFrame way={[way]} title={title} more={fullName(person)} outcome="Маршрут не начат" form={form}>
      <Columns kind="side">
        <Sheet title="По чему составляют">
          {lacks.length === 0 ? (
            <p class="govuk-body">
              {nb('Открытых дефицитов нет. Маршрут составляют по ним: сначала назовите, чему хотите научиться.')}
            </p>
          ) : (
            <RowList rows={lacks.map((one) => nb(calledIn(framework, one)))} />
          )}
          {lacks.length === 0 && own && <ButtonLink href={everywhere.ownDeficits(at)}>Назвать дефицит</ButtonLink>}
          <p class="govuk-body pl-small">{nb(whoSees)}</p>
          <Ground ctx={ctx} here={here} />
        </Sheet>
        <OpeningSheet of={beginRoute} held={opened} request={request}>
          <p class="govuk-body">
            {nb(
              'Шаги предложит сеть: мероприятия, программы стажировок. Можно добавить материал, внешний курс, повторную диагностику. Начнётся, когда согласятся обе стороны.',
            )}
          </p>
        </OpeningSheet>
      </Columns>
    </PageFrame>
  )
  return { title: `${title}, ${fullName(person)}`, section: 'routes', body }
}
