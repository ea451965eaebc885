import { shortDate } from '../../../kernel/dates.ts'
import { StateTag, Table } from '../../../ui/content.ts'
import type { TraceStep } from '../trace.ts'

const kinds: Readonly<Record<TraceStep['kind'], string>> = {
  seen: 'Увидено',
  tried: 'Опробовано',
  described: 'Описано',
  introduced: 'Внедрено',
  checked: 'Что вышло',
}

const [apart, edge, middle, radius] = [40, 14, 14, 8]

/** The way of a practice as one picture, and in words under it: filled is done, hollow is still to come. */
export function Trace({ steps }: { steps: readonly TraceStep[] }) {
  const width = 2 * edge + apart * Math.max(steps.length - 1, 1)
  const at = (n: number) => edge + n * apart
  const lastDone = steps.findLastIndex(({ done }) => done)
  return (
    <>
      <svg
        class="pl-trace"
        viewBox={`0 0 ${width} ${2 * middle}`}
        preserveAspectRatio="xMinYMid"
        aria-hidden="true"
        focusable="false"
      >
        <line class="pl-trace__ahead" x1={at(0)} x2={at(steps.length - 1)} y1={middle} y2={middle} />
        {lastDone > 0 && <line class="pl-trace__way" x1={at(0)} x2={at(lastDone)} y1={middle} y2={middle} />}
        {steps.map(({ done }, n) => (
          <circle class={done ? 'pl-trace__done' : 'pl-trace__todo'} cx={at(n)} cy={middle} r={radius} />
        ))}
      </svg>
      <Table
        caption="Путь практики по шагам"
        rows={steps}
        columns={[
          { title: 'Шаг', cell: ({ kind }) => kinds[kind] },
          { title: 'Что', cell: ({ what }) => what },
          {
            title: 'День',
            cell: ({ day, done }) =>
              done ? (
                day === null ? (
                  'день не записан'
                ) : (
                  shortDate(day)
                )
              ) : (
                <StateTag tone="wait" word={day ? shortDate(day) : 'впереди'} />
              ),
          },
        ]}
      />
    </>
  )
}
