import { ImageRun } from 'docx'
import type { QrCode } from './model.ts'
import { qrPng } from './qr.ts'

const pixelsPerMillimetre = 96 / 25.4

/** A QR code as a picture of a paragraph. */
export function qrImage({ text, description, size }: Pick<QrCode, 'text' | 'description' | 'size'>): ImageRun {
  const side = Math.round(size * pixelsPerMillimetre)
  return new ImageRun({
    type: 'png',
    data: qrPng(text),
    transformation: { width: side, height: side },
    altText: { name: 'QR', title: description, description },
  })
}
