import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Raster, Rasterizer } from "../pipeline/pages/raster.ts";

/** Three bytes for each pixel: blue, green, red (`FPDFBitmap_BGR`). */
const BLUE_GREEN_RED = 2;
const WHITE = 0xffffffff;

/**
 * Makes pictures of pages with PDFium, the engine of Chrome's own PDF viewer, compiled to WebAssembly: it runs in this process, sees the
 * PDF's bytes and nothing else (no disk, no network, no system font), and gives the same pixels on every machine. The program that makes
 * the PDFs is not asked to judge them: Skia prints, PDFium shows.
 */
export async function openRasterizer(): Promise<Rasterizer> {
  const program = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  const bytes = await readFile(program);
  const pdfium = await init({ wasmBinary: new Uint8Array(bytes).buffer });
  pdfium.PDFiumExt_Init();
  return {
    render: async (pdf, pages, scale) =>
      withDocument(pdfium, pdf, (document) =>
        pages.map((page) => renderPage(pdfium, { document, page, scale })),
      ),
  };
}

function withDocument<T>(library: WrappedPdfiumModule, pdf: Uint8Array, work: (document: number) => T): T {
  const { pdfium } = library;
  const bytes = pdfium.wasmExports.malloc(pdf.length);
  try {
    memoryOf(library).set(pdf, bytes);
    const document = library.FPDF_LoadMemDocument(bytes, pdf.length, "");
    if (document === 0)
      throw new Error(`PDFium cannot read a PDF of ours: error ${library.FPDF_GetLastError()}`);
    try {
      return work(document);
    } finally {
      library.FPDF_CloseDocument(document);
    }
  } finally {
    pdfium.wasmExports.free(bytes);
  }
}

/** The program's memory as it is now: it grows, and an older view of it is of no use then. The package's types leave it out. */
function memoryOf({ pdfium }: WrappedPdfiumModule): Uint8Array {
  return (pdfium as typeof pdfium & { readonly HEAPU8: Uint8Array }).HEAPU8;
}

interface RenderPage {
  readonly document: number;
  /** Index from 0. */
  readonly page: number;
  readonly scale: number;
}

function renderPage(library: WrappedPdfiumModule, { document, page: index, scale }: RenderPage): Raster {
  const page = library.FPDF_LoadPage(document, index);
  if (page === 0) throw new Error(`PDFium finds no page ${index + 1}`);
  const width = Math.round(library.FPDF_GetPageWidthF(page) * scale);
  const height = Math.round(library.FPDF_GetPageHeightF(page) * scale);
  const bitmap = library.FPDFBitmap_CreateEx(width, height, BLUE_GREEN_RED, 0, 0);
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    return { width, height, pixels: pixelsOf(library, bitmap, width, height) };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
    library.FPDF_ClosePage(page);
  }
}

/** A bitmap's pixels in the usual order of colours, without what fills up its rows. */
function pixelsOf(library: WrappedPdfiumModule, bitmap: number, width: number, height: number): Uint8Array {
  const start = library.FPDFBitmap_GetBuffer(bitmap);
  const stride = library.FPDFBitmap_GetStride(bitmap);
  const bytes = memoryOf(library);
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++)
    for (let from = start + y * stride, end = from + width * 3; from < end; from += 3, to += 3) {
      pixels[to] = bytes[from + 2] ?? 0;
      pixels[to + 1] = bytes[from + 1] ?? 0;
      pixels[to + 2] = bytes[from] ?? 0;
    }
  return pixels;
}
