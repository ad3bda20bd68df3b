import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** In a file of its own it runs before what the entries share: what stands in the entry itself would run last. */
const firstOfAll = { groups: [{ name: 'youngMemory', test: /youngMemory\.ts$/u }] };

/** Three builds: the Electron main process with its worker, the preload of two functions, and the one renderer of both hosts. */
export default defineConfig({
  main: {
    build: {
      // Loaded module by module, drizzle-orm takes as much memory as a bank file of 200 MB.
      externalizeDeps: { exclude: ['drizzle-orm'] },
      outDir: resolve(root, 'out/main'),
      rolldownOptions: {
        input: {
          electron: resolve(root, 'src-main/hosts/electron/main.ts'),
          parseWorker: resolve(root, 'src-main/features/imports/parseWorker.ts'),
          pdfWorker: resolve(root, 'src-main/adapters/node/pdf/pdfWorker.ts'),
          matchWorker: resolve(root, 'src-main/features/matching/matchWorker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', codeSplitting: firstOfAll },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: resolve(root, 'out/preload'),
      rolldownOptions: {
        input: { preload: resolve(root, 'src-main/hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
});
