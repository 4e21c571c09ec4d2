import type { LitElement, PropertyDeclaration } from 'lit';

type FieldDecorator = (prototype: LitElement, name: string) => void;

/** Lit's `@property` without the half of it that is for the decorators of a later ECMAScript. For fields only. */
export const property =
  (declaration?: PropertyDeclaration): FieldDecorator =>
  (prototype, name) => {
    (prototype.constructor as typeof LitElement).createProperty(name, declaration);
  };

/** Lit's `@state`: a field that is nobody else's, and whose change renders. */
export const state = (): FieldDecorator => property({ state: true });
