using Gilde.Web.Formats;
using Gilde.Web.Profiles;

namespace Gilde.Web.Search;

/// <summary>Where a word stands: in the name, in what somebody does, in the place, or anywhere else. A hit in the name counts most.</summary>
public enum WordField { A, B, C, D }

/// <summary>What search knows of one member: phrases, and words by field, each for its audience.</summary>
internal sealed class ProfileText
{
    private readonly Member member;
    private readonly Func<ProfileSection, Audience> audienceOf;
    private readonly List<SearchPhrase> phrases = [];
    private readonly List<(Audience Audience, WordField Field, string Word)> words = [];

    public ProfileText(Member member, Func<ProfileSection, Audience> audienceOf)
    {
        (this.member, this.audienceOf) = (member, audienceOf);
        AddWords(Audience.Members, WordField.A, member.Name);
        AddWords(Audience.Members, WordField.A, member.Handle);
        AddWords(Audience.Members, WordField.B, member.Headline);
        Add(ProfileSection.Place, PhraseKind.Place, member.Place);
        AddWords(For(ProfileSection.About), WordField.D, member.About);
    }

    public long MemberId => member.Id;
    public IReadOnlyList<SearchPhrase> Phrases => phrases.DistinctBy(p => (p.Audience, p.Kind, p.Key)).ToList();

    /// <summary>The audiences that need a row of their own: members, and contacts where they see more.</summary>
    public IEnumerable<Audience> Rows => words.Any(w => w.Audience == Audience.Contacts) ? [Audience.Members, Audience.Contacts] : [Audience.Members];

    /// <summary>The words of a row: all that this audience sees, so that one row answers a search for several words.</summary>
    public IEnumerable<string> WordsOf(Audience row, WordField field) => words.Where(w => w.Field == field && w.Audience <= row).Select(w => w.Word).Distinct();

    public void Add(Position position)
    {
        if (position.To is null)
        {
            Add(ProfileSection.Positions, PhraseKind.Title, position.Title);
            Add(ProfileSection.Positions, PhraseKind.Firm, position.Firm);
        }
        else Add(ProfileSection.Positions, PhraseKind.Former, $"{position.Title}, {position.Firm}");
        AddWords(For(ProfileSection.Positions), WordField.D, position.Description + " " + position.Place);
    }

    public void Add(Topic topic)
    {
        switch (topic.Kind)
        {
            case TopicKind.Skill: Add(ProfileSection.Skills, PhraseKind.Skill, topic.Text); break;
            case TopicKind.Offer: Add(ProfileSection.Offers, PhraseKind.Offer, topic.Text); break;
            case TopicKind.Seek: Add(ProfileSection.Seeks, PhraseKind.Seek, topic.Text); break;
            case TopicKind.Interest: Add(ProfileSection.Interests, PhraseKind.Interest, topic.Text); break;
        }
    }

    public void Add(Education education) =>
        Add(ProfileSection.Education, PhraseKind.Education, string.Join(", ", new[] { education.Degree, education.Field, education.School }.Where(part => part.Length > 0)));

    public void Add(Credential credential) =>
        Add(ProfileSection.Credentials, PhraseKind.Credential, credential.Issuer.Length > 0 ? $"{credential.Name}, {credential.Issuer}" : credential.Name);

    public void Add(SpokenLanguage language)
    {
        var (german, english) = (CodedNames.In(Language.German).Language(language.Code), CodedNames.In(Language.English).Language(language.Code));
        Add(ProfileSection.Languages, PhraseKind.Language, german == english ? german : $"{german}, {english}");
    }

    public void Add(Website website) => AddWords(For(ProfileSection.Websites), WordField.D, website.Label);

    private void Add(ProfileSection section, PhraseKind kind, string text)
    {
        var key = Words.Fold(text);
        if (key.Length == 0 || For(section) is not (Audience.Members or Audience.Contacts)) return;
        (text, key) = (VisibleText.Cut(text, SearchPhrase.MaxText), VisibleText.Cut(key, SearchPhrase.MaxText));
        phrases.Add(new SearchPhrase { MemberId = member.Id, Audience = For(section), Kind = kind, Text = text, Key = key });
        AddWords(For(section), FieldOf(kind), text);
    }

    private void AddWords(Audience audience, WordField field, string text)
    {
        if (audience is Audience.Members or Audience.Contacts) words.AddRange(Words.Of(text).Select(word => (audience, field, word)));
    }

    /// <summary>What everyone sees members see; search knows no wider audience.</summary>
    private Audience For(ProfileSection section) => audienceOf(section) is var audience && audience == Audience.Everyone ? Audience.Members : audience;

    private static WordField FieldOf(PhraseKind kind) => kind switch
    {
        PhraseKind.Skill or PhraseKind.Offer or PhraseKind.Title or PhraseKind.Firm => WordField.B,
        PhraseKind.Place => WordField.C,
        PhraseKind.Credential or PhraseKind.Education or PhraseKind.Former or PhraseKind.Interest or PhraseKind.Seek or PhraseKind.Language => WordField.D,
    };
}
