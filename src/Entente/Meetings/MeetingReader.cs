using Entente.Clauses;
using Entente.Dates;
using Entente.Lexicons;
using Entente.Texts;

namespace Entente.Meetings;

/// <summary>Finds the encounters of an article: triggers → people → time and place → tellings of one encounter joined.</summary>
internal sealed class MeetingReader(EncounterLexicon lexicon, WordSets words)
{
    private readonly TriggerFinder _triggers = new(lexicon, words);
    private readonly ParticipantFinder _participants = new(words);
    private readonly EncounterDater _dater = new(words);
    private readonly ConferenceFinder _conferences = new();
    private readonly VenueFinder _venues = new(words);
    private readonly RemarksReader _remarks = new(lexicon);

    public IReadOnlyList<Meeting> Read(ArticleContext context)
    {
        var story = new MeetingStory(context);
        foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Body))
        {
            ReadSentence(context, sentence, story);
        }

        if (!story.HasMeetings)
        {
            // A headline tells a meeting only where the text has lost it.
            foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Title))
            {
                ReadSentence(context, sentence, story);
            }
        }

        if (!story.HasMeetings)
        {
            // "Le général X reçoit l'ambassadeur Y. Photo : VNA" over a text of remarks.
            foreach (var sentence in context.Text.Sentences.Where(s => s.Section == SectionKind.Caption))
            {
                ReadSentence(context, sentence, story);
            }
        }

        var meetings = story.Finish();
        if (!story.HasHeld && _remarks.Find(context) is { } remarks)
        {
            return [remarks, .. meetings];
        }

        if (_conferences.Find(context, _dater, _venues) is not { } conference || meetings.Any(m => m.IsMultilateral && m.Status == MeetingStatus.Held && m.Evidence.Start == conference.Evidence.Start))
        {
            return meetings;
        }

        // The same words tell no dialogue of two beside the gathering.
        return [conference, .. meetings.Where(m => m.Kind != MeetingKind.Dialogue || m.Evidence.Start != conference.Evidence.Start)];
    }

    private void ReadSentence(ArticleContext context, Sentence sentence, MeetingStory story)
    {
        var cues = lexicon.Cues.Find(context.Text, sentence).ToList();
        var chairs = _participants.ChairsOf(context, sentence, cues);
        var triggers = _triggers.Find(context, sentence, cues);
        if (triggers.Count == 0 && chairs.Count > 0)
        {
            story.AddChairs(chairs);
        }

        foreach (var trigger in triggers)
        {
            foreach (var encounter in _participants.Find(context, sentence, trigger, cues))
            {
                story.Add(encounter, _dater.Find(context, encounter), _venues.Find(context, encounter), cues);
            }
        }
    }
}
