import { Component, type ReactNode } from 'react';

type ErrorBoundaryProps = {
  readonly fallback: (error: Error, retry: () => void) => ReactNode;
  readonly children: ReactNode;
};
type ErrorBoundaryState = { readonly error: Error | null };

/** Keeps a fault in one page from taking the whole window down; give it the address as `key`, so that another page starts clean. A class, because React offers this to classes only. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : this.props.fallback(error, () => this.setState({ error: null }));
  }
}
