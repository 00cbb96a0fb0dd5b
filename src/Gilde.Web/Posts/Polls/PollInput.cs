using System.Text.Json.Serialization;
using Gilde.Web.Formats;

namespace Gilde.Web.Posts.Polls;

/// <summary>A poll as somebody asks for it. Options left empty are none.</summary>
public sealed record PollInput(IReadOnlyList<string>? Options = null, bool Multiple = false, int? Hours = null)
{
    public const int MinHours = 1, MaxHours = 30 * 24, UsualHours = 3 * 24;
    /// <summary>More are cut off before they are looked at.</summary>
    private const int MostRead = 20;

    /// <summary>From the fields of a form; null where it asks for none.</summary>
    public static PollInput? Read(IFormCollection form)
    {
        var poll = new PollInput([.. form["pollOption"].Take(MostRead).Select(o => o ?? "")], form["pollMultiple"] == "true", int.TryParse(form["pollHours"], out var hours) ? hours : null);
        return poll.Words.Count == 0 ? null : poll;
    }

    /// <summary>The options as they are kept.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Words => [.. (Options ?? []).Take(MostRead).Select(o => VisibleText.Line(o ?? "")).Where(o => o.Length > 0)];

    public FieldErrors Check(Texts t, FieldErrors errors)
    {
        if (Words.Count is < Poll.MinOptions or > Poll.MaxOptions) errors.Add("pollOption", t["A poll has {0} to {1} options.", Poll.MinOptions, Poll.MaxOptions]);
        if (Words.Distinct(StringComparer.CurrentCultureIgnoreCase).Count() < Words.Count) errors.Add("pollOption", t["Two options say the same."]);
        if (Words.FirstOrDefault(o => o.Length > Poll.MaxOption) is { } longest) errors.AtMost(Poll.MaxOption, t, "pollOption", longest);
        if (Hours is < MinHours or > MaxHours) errors.Add("pollHours", t["A poll is open for an hour to 30 days."]);
        return errors;
    }
}
