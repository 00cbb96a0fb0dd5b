using Gilde.Web.Web.Design;

namespace Gilde.Web.Profiles.Editing;

internal sealed class LanguageEntries() : EntryKind<SpokenLanguage>(ProfileSection.Languages, limit: 20)
{
    /// <summary>Those that most people of the network pick stand first.</summary>
    private static readonly string[] Common = ["de", "en", "fr", "it", "nl", "pl", "tr", "cs", "es", "ru"];

    public override string NewTitle(Texts t) => t["Add a language"];

    public override IReadOnlyList<EntryField> Fields(Texts t) =>
    [
        new("code", t["Language"], EntryFieldType.Choice, 10) { Missing = t["Please choose a language."], Options = Languages(t) },
        new("level", t["How well"], EntryFieldType.Choice, 10)
        {
            Missing = t["Please choose how well you speak it."],
            Options = [.. Enum.GetValues<LanguageLevel>().Select(l => new Option($"{l}".ToLowerInvariant(), SectionWords.Level(l, t)))],
            Beside = true,
        },
    ];

    protected override IReadOnlyList<IProfileEntry> Order(List<SpokenLanguage> entries) =>
        [.. entries.OrderBy(l => l.Rank).ThenByDescending(l => l.Level).ThenBy(l => l.Id)];

    protected override SpokenLanguage Create(long memberId) => new() { MemberId = memberId, Code = "" };
    protected override EntryLine Line(SpokenLanguage l, Texts t) => new(l.Id, CodedNames.In(t.Language).Language(l.Code), SectionWords.Level(l.Level, t), "");
    protected override Dictionary<string, string> Read(SpokenLanguage l) => new() { ["code"] = l.Code, ["level"] = $"{l.Level}".ToLowerInvariant() };

    protected override void Write(SpokenLanguage l, IReadOnlyDictionary<string, string> values)
    {
        l.Code = values["code"];
        l.Level = Enum.Parse<LanguageLevel>(values["level"], ignoreCase: true);
    }

    private static List<Option> Languages(Texts t)
    {
        var names = CodedNames.In(t.Language);
        return [new("", t["Please choose."]), .. Common.Select(c => new Option(c, names.Language(c))), .. names.Languages.Where(l => !Common.Contains(l.Code)).Select(l => new Option(l.Code, l.Name))];
    }
}
