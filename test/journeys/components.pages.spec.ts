import { expect, test } from '@playwright/test'
import { fitsPhone, noBarriers } from './steps.ts'

/** Every component in every state: no barrier in any look, no sideways scroll, at both widths. */
const looks = [
  '',
  'theme=dark',
  'scheme=black-on-white&size=large',
  'scheme=white-on-black&size=largest',
  'scheme=blue&size=largest&spacing=wide',
  'size=largest&spacing=wide',
]

for (const look of looks) {
  test(`components, ${look || 'usual look'}`, async ({ page, baseURL }) => {
    await page.context().addCookies([{ name: 'view', value: encodeURIComponent(look), url: baseURL! }])
    const response = await page.goto('/dev/components')
    expect(response?.status()).toBe(200)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 })
      await noBarriers(page)
    }
    await fitsPhone(page)
  })
}
