import { nb } from './nb.ts'

export type SessionEnd = { readonly at: string; readonly time: string; readonly address: string }

/** Until when the session lasts. The script warns two minutes before and lets it go on; without the script this line says it. */
export function SessionLine({ at, time, address }: SessionEnd) {
  return (
    <aside class="pl-session" aria-label="Срок входа" data-live="session" data-session-ends={at} data-session={address}>
      {nb(
        `Вход действует до ${time}. Каждая открытая страница продлевает его, но не дольше двенадцати часов. Форма, отправленная позже, не пропадёт: после входа она откроется с вашим текстом.`,
      )}
    </aside>
  )
}
