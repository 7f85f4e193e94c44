using Entente.Clauses;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>
/// Finds those of one trigger who are told apart from one another: the marker is said again (<c>avec A, avec B et, mardi, avec C</c>), a cleft sets them before the verb
/// (<c>C'est par A et par B qu'a été reçu X</c>), or the verb of a noun has the other side for its object (<c>Des rencontres avec A et B ont occupé X</c>).
/// </summary>
internal sealed class ObjectLists(Clause clause)
{
    private readonly ArticleContext context = clause.Context;
    private readonly Sentence sentence = clause.Sentence;
    private readonly Trigger? trigger = clause.Trigger;
    private readonly WordSets words = clause.Words;
    private readonly List<Actor> actors = clause.Actors;

    private TokenList Tokens => context.Text.Tokens;

    /// <summary>
    /// A group with those whom its marker, said again, joins to it, up to the next verb: <c>a discuté de la pêche avec A, du commerce avec B et, avec C, de l'enseignement</c>,
    /// <c>reçu par A, puis, le lendemain, par B</c>.
    /// </summary>
    public IReadOnlyList<Actor> All(IReadOnlyList<Actor> group, string marker) => Behind(Repeated(group, marker), marker);

    /// <summary>A group with those who go on with it behind a relative clause on its last, with the marker said again or without.</summary>
    public IReadOnlyList<Actor> Behind(IReadOnlyList<Actor> group, string? marker = null)
    {
        if (group.Count == 0 || group[^1].Person is null)
        {
            return group;
        }

        var further = RelativeAside.Further(clause, group[^1], marker);
        further = further.Count == 0 && marker is not null ? RelativeAside.Further(clause, group[^1], null) : further;
        return further.Count == 0 ? group : [.. group, .. further];
    }

    /// <summary>
    /// Those who are named of a crowd that nobody counts: <c>a rencontré de hauts responsables, dont le ministre A et le général B</c>, <c>a été reçu par les plus hautes autorités : le président A et le
    /// ministre B</c>.
    /// </summary>
    public IReadOnlyList<Actor> AmongMany(int from)
    {
        const int Longest = 20;
        const int Lead = 4;
        var until = Math.Min(from + Longest, clause.End - 1);
        for (var i = from; i < until; i++)
        {
            if (actors.Exists(a => a.First <= i && i < a.End && a.IsNamed) || context.Verbs[sentence.Index].Any(v => v.First == i && v.IsFinite))
            {
                return [];
            }

            if (!words.Has("including", Tokens[i].Folded) || !words.StandsIn("crowd", Tokens, from, i))
            {
                continue;
            }

            var at = Enumerable.Range(i, Math.Min(Lead, clause.End - i)).First(t => !words.Has("including", Tokens[t].Folded));
            var state = context.Mentions[sentence.Index].LastOrDefault(m => m.FirstToken >= from && m.EndToken <= i && !m.IsPlace)?.Code;
            List<Actor> named = [.. clause.GroupAfter(at, at + 2).TakeWhile(a => a is { IsNamed: true, Count: 1, Person: not null } or { IsNamed: false, IsGroup: false, IsInstitution: false, Count: 1, Country: not null }).Select(a => a.Country is null ? a with { Country = state } : a)];
            // "des responsables, dont le ministre A a salué l'aide"
            return named.Count > 0 && named.TrueForAll(a => a.Country is not null && context.IsHome(a) == context.IsHome(named[0])) && !context.Verbs[sentence.Index].Any(v => v.IsFinite && v.First >= named[^1].End && v.First - named[^1].End <= 1) ? named : [];
        }

        return [];
    }

    private IReadOnlyList<Actor> Repeated(IReadOnlyList<Actor> group, string marker)
    {
        const int Gap = 8;
        if (group.Count == 0 || group[^1].Person is null && !trigger!.Rule.IsOfSeveral)
        {
            return group;
        }

        var until = context.Verbs[sentence.Index].Where(v => v.IsFinite && v.First >= trigger!.End).Select(v => v.First).FirstOrDefault(clause.End);
        var all = group.ToList();
        for (var from = group[^1].End; ;)
        {
            var next = Enumerable.Range(from, Math.Max(0, Math.Min(from + ObjectFinder.Reach, until) - from)).FirstOrDefault(i => words.Has(marker, Tokens[i].Folded), -1);
            // "reçu par A, et le plan signé par B"
            if (next < 0 || !words.StandsIn("list-joint", Tokens, Math.Max(from, next - Gap), next) || marker == "agent" && context.Verbs[sentence.Index].Any(v => v.First >= from && v.First < next))
            {
                return all;
            }

            List<Actor> further = [.. clause.GroupAfter(next + 1, next + 3).Where(a => a.Country is not null)];
            if (!further.All(g => context.IsHome(g) == context.IsHome(all[0]) && !all.Exists(a => a.First == g.First)))
            {
                return all;
            }

            // "avec A, avec le directeur du programme et avec B": one of whom no state is known ends no list.
            from = further.Count > 0 ? further[^1].End : next + 1;
            all.AddRange(further);
        }
    }

    /// <summary>Those with whom a cleft opens: <c>C'est par A et par B qu'a été reçu X</c>, <c>Mardi, c'est au ministre Y que X a rendu visite</c>.</summary>
    public IReadOnlyList<Actor> Fronted(string marker)
    {
        const int Opening = 8;
        for (var i = sentence.First; i + 2 < trigger!.First && i < sentence.First + Opening; i++)
        {
            if (!words.Has("cleft-lead", Tokens[i].Folded) || !words.Has("copula", Tokens[i + 1].Folded) || !words.Has(marker, Tokens[i + 2].Folded) || words.HasWritten("has", Tokens[i + 2].Text))
            {
                continue;
            }

            // "C'est par A, de même que par B, que X a été reçu": X stands behind the last of them.
            var relative = Enumerable.Range(i + 3, trigger.First - i - 3).LastOrDefault(t => words.Has("that", Tokens[t].Folded), -1);
            return [.. clause.GroupAfter(i + 3, i + 5).TakeWhile(a => a.End <= relative)];
        }

        return [];
    }

    /// <summary><c>Des rencontres avec A et B ont occupé mardi le ministre X</c>: whom the verb has for its object.</summary>
    public IReadOnlyList<Actor> Occupied(IReadOnlyList<Actor> group)
    {
        var verb = context.Verbs[sentence.Index].FirstOrDefault(v => v.IsFinite && v.First >= group[^1].End);
        return verb.Verb is not null && new BringingTogether(words).EndOf(context, sentence, verb) is { } end ? [.. clause.GroupAfter(end, end + ObjectFinder.Reach).Where(a => context.IsHome(a) != context.IsHome(group[0]))] : [];
    }
}
