namespace Entente.Clauses;

/// <summary>A form of a verb as the lexicon has it; <paramref name="Agrees"/> for a participle in the feminine or plural.</summary>
internal readonly record struct VerbForm(string Infinitive, Tense Tense, bool Agrees = false);
