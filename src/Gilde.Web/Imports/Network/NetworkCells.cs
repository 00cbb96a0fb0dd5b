using System.Globalization;
using System.Net.Mail;
using Gilde.Web.Formats;
using NodaTime.Text;

namespace Gilde.Web.Imports.Network;

/// <summary>The cells of one row as what they mean. A cell that cannot be that is reported; nothing is imported then.</summary>
internal readonly struct NetworkCells(CsvRow row, ProblemList problems, Instant now)
{
    private const int MaxKey = 100;

    private static readonly OffsetDateTimePattern[] WithOffset = [OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.GeneralIso];

    /// <summary>Times without a zone are UTC.</summary>
    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd"),
    ];

    public bool Has(string column) => row.Table.Has(column);

    /// <summary>E-mail addresses are the same in upper and lower case, other keys are not.</summary>
    public static string AsKey(string text) => text.Contains('@') ? text.ToLowerInvariant() : text;

    public string Key(string column) => AsKey(Required(column, MaxKey));

    public string OtherKey(string column, string first)
    {
        var key = Key(column);
        if (key.Length > 0 && key == first)
            Report("“{0}” is named on both sides.", key);
        return key;
    }

    public string Required(string column, int max)
    {
        var text = Optional(column, max);
        if (text.Length == 0)
            Report("{0} is missing.", column);
        return text;
    }

    public string Optional(string column, int max)
    {
        var text = VisibleText.Line(row[column]);
        if (text.Length <= max)
            return text;
        Report("{0} is longer than {1} characters.", column, max.ToString(CultureInfo.InvariantCulture));
        return VisibleText.Cut(text, max);
    }

    public string Email(string column)
    {
        var text = Required(column, 254);
        if (text.Length > 0 && !(MailAddress.TryCreate(text, out var address) && address.Address == text))
            Report("“{0}” is not an e-mail address.", text);
        return text;
    }

    public string Country(string column)
    {
        var text = Optional(column, 60).ToUpperInvariant();
        if (text.Length > 0 && !(text.Length == 2 && text.All(char.IsAsciiLetterUpper)))
            Report("“{0}” is not a country code of two letters.", text);
        return text;
    }

    /// <summary>Null where nothing is said.</summary>
    public object? Language(string column)
    {
        var text = Optional(column, 20).ToLowerInvariant();
        if (text.Length == 0)
            return null;
        if (Languages.Parse(text) is not { } language)
            Report("“{0}” is not a language: write de or en.", text);
        else
            return (int)language;
        return null;
    }

    public object? Moment(string column) => row[column].Length == 0 ? null : RequiredMoment(column);

    public Instant RequiredMoment(string column)
    {
        var text = Required(column, 60);
        if (text.Length == 0)
            return now;
        if (Parse(text) is not { } moment)
            Report("“{0}” is not a time: write 2024-05-06T07:08:09Z.", text);
        else if (moment > now + Duration.FromDays(1))
            Report("{0} lies in the future.", text);
        else
            return moment;
        return now;
    }

    private static Instant? Parse(string text)
    {
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant })
            return Whole(instant);
        foreach (var pattern in WithOffset)
            if (pattern.Parse(text) is { Success: true, Value: var withOffset })
                return Whole(withOffset.ToInstant());
        foreach (var pattern in WithoutOffset)
            if (pattern.Parse(text) is { Success: true, Value: var local })
                return Whole(local.InUtc().ToInstant());
        return null;
    }

    /// <summary>In whole microseconds, as databases hold times.</summary>
    private static Instant Whole(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks() / 10 * 10);

    private void Report(string message, params string[] args) => problems.Add(row.Table.File, row.Number, message, args);
}
