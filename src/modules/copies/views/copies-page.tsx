import type { Ctx } from '../../../authz/ctx.ts'
import type { CopyRow } from '../../../backup/queries.ts'
import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import type { Instant } from '../../../kernel/types.ts'
import { nb, Table } from '../../../ui/content.ts'
import { Notice, PageHead, Sheet } from '../../../ui/frame.ts'

/** Which copies of the whole installation were taken, and whether the latest is fresh. */
export function CopiesPage({ ctx, copies }: { ctx: Ctx; copies: readonly CopyRow[] }) {
  const when = (at: Instant) => {
    const { day, time } = localTime(at, ctx.territory.timeZone)
    return nb(`${longDate(day)}, ${time.slice(0, 5)}`)
  }
  return (
    <>
      <PageHead
        title="Резервные копии"
        more="Копия содержит базу и присланные файлы всей установки. Её снимает и хранит тот, кто обслуживает программу."
      />
      <State ctx={ctx} last={copies[0]} when={when} />
      {copies.length > 0 && (
        <Sheet title="Снятые копии">
          <Table
            caption="Снятые копии"
            rows={copies}
            columns={[
              { title: 'Снята', cell: ({ takenAt }) => when(takenAt) },
              { title: 'Архив', cell: ({ name }) => name },
              { title: 'Размер, МБ', cell: ({ bytes }) => inMegabytes(bytes), numeric: true },
              { title: 'Время, с', cell: ({ seconds }) => Math.max(Math.round(seconds), 1), numeric: true },
            ]}
          />
        </Sheet>
      )}
    </>
  )
}

type StateProps = { ctx: Ctx; last: CopyRow | undefined; when: (at: Instant) => string }

function State({ ctx, last, when }: StateProps) {
  if (ctx.territory.demoToday !== null)
    return (
      <Notice title="В показе копии не нужны">
        <p>Данные показа загружаются заново при первом запуске.</p>
      </Notice>
    )
  if (last && last.freshUntil > ctx.now)
    return (
      <Notice tone="ok" title="Свежая копия есть">
        <p>{`Последняя снята ${when(last.takenAt)}.`}</p>
      </Notice>
    )
  return (
    <Notice tone="late" title="Свежей копии нет">
      <p>
        {last ? `Последняя снята ${when(last.takenAt)}. ` : ''}
        {nb('Сообщите тому, кто обслуживает программу: как снять копию, сказано в docs/server.md.')}
      </p>
    </Notice>
  )
}

/** Nothing is shown as no megabytes at all. */
const inMegabytes = (bytes: number) => Math.max(Math.round(bytes / 1e6), 1)
