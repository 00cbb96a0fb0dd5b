using Gilde.Web.Profiles;

namespace Gilde.Web.Notifications;

/// <summary>What some members want to be told, how and when.</summary>
internal sealed class Wishes
{
    private static readonly NotificationTimes Usual = new();
    private readonly Dictionary<(long, NotificationTopic), NotificationChoice> choices;
    private readonly Dictionary<long, NotificationTimes> times;
    private readonly Dictionary<long, DateTimeZone> zones;

    private Wishes(Dictionary<(long, NotificationTopic), NotificationChoice> choices, Dictionary<long, NotificationTimes> times, Dictionary<long, DateTimeZone> zones) =>
        (this.choices, this.times, this.zones) = (choices, times, zones);

    public static async Task<Wishes> Load(GildeDb db, IReadOnlyCollection<long> members, CancellationToken stop) => new(
        await db.NotificationChoices.AsNoTracking().Where(c => members.Contains(c.MemberId)).ToDictionaryAsync(c => (c.MemberId, c.Topic), stop),
        await db.NotificationTimes.AsNoTracking().Where(t => members.Contains(t.MemberId)).ToDictionaryAsync(t => t.MemberId, stop),
        (await db.ZonesOf(members).ToListAsync(stop)).ToDictionary(m => m.MemberId, m => DateTimeZoneProviders.Tzdb.GetZoneOrNull(m.Zone) ?? DateTimeZone.Utc));

    public (bool OnPage, MailTiming Mail) Of(long member, NotificationTopic topic) =>
        choices.GetValueOrDefault((member, topic)) is { } choice ? (choice.OnPage, choice.Mail) : (NotificationTopics.HasPage(topic), NotificationTopics.Default(topic));

    /// <summary>The member is there.</summary>
    public bool Knows(long member) => zones.ContainsKey(member);

    public NotificationTimes TimesOf(long member) => times.GetValueOrDefault(member) ?? Usual;

    public DateTimeZone ZoneOf(long member) => zones.GetValueOrDefault(member) ?? DateTimeZone.Utc;

    public Instant AfterQuiet(long member, Instant now) => TimesOf(member).AfterQuiet(ZoneOf(member), now);

    public Instant NextDigest(long member, DigestPeriod period, Instant now) => TimesOf(member).NextDigest(period, ZoneOf(member), now);

    /// <summary>The topics about which a member wants mail just then.</summary>
    public List<NotificationTopic> Topics(long member, MailTiming timing) => Enum.GetValues<NotificationTopic>().Where(t => Of(member, t).Mail == timing).ToList();
}
