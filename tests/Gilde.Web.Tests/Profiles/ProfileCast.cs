using Gilde.Web.Contacts;
using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

/// <summary>What profile tests arrange.</summary>
internal static class ProfileCast
{
    public static Task Befriend(this GildeServer server, TestMember one, TestMember other) => server.Db(async db =>
    {
        db.Add(new Contact(one.Id, other.Id, server.Clock.GetCurrentInstant()));
        db.Add(new Contact(other.Id, one.Id, server.Clock.GetCurrentInstant()));
        await db.SaveChangesAsync();
    });

    public static Task Block(this GildeServer server, TestMember one, TestMember other) => server.Db(async db =>
    {
        db.Add(new Block { MemberId = one.Id, BlockedId = other.Id, At = server.Clock.GetCurrentInstant() });
        await db.SaveChangesAsync();
    });

    /// <summary>Every section filled with words that name the section and the owner's audience: <c>canary-positions-7</c>.</summary>
    public static Task FillWithCanaries(this GildeServer server, TestMember owner, Func<ProfileSection, Audience> audience) => server.Db(async db =>
    {
        string Word(ProfileSection section) => $"canary-{section.Slug()}-{owner.Id}";
        var member = await db.Members.SingleAsync(m => m.Id == owner.Id);
        (member.About, member.Place) = ($"Ich bin **{Word(ProfileSection.About)}**", Word(ProfileSection.Place));
        db.Add(new Position { MemberId = owner.Id, Title = Word(ProfileSection.Positions), Firm = Word(ProfileSection.Positions), Description = Word(ProfileSection.Positions) });
        db.Add(new Education { MemberId = owner.Id, School = Word(ProfileSection.Education), Degree = Word(ProfileSection.Education) });
        db.Add(new Credential { MemberId = owner.Id, Name = Word(ProfileSection.Credentials), Issuer = Word(ProfileSection.Credentials) });
        db.Add(new Website { MemberId = owner.Id, Url = $"https://{Word(ProfileSection.Websites)}.example/", Label = Word(ProfileSection.Websites) });
        db.Add(new SpokenLanguage { MemberId = owner.Id, Code = "cy", Level = LanguageLevel.Fluent });
        foreach (var kind in Enum.GetValues<TopicKind>()) db.Add(new Topic { MemberId = owner.Id, Kind = kind, Text = Word(kind.Section()) });
        foreach (var section in Enum.GetValues<ProfileSection>()) db.Add(new SectionAudience { MemberId = owner.Id, Section = section, Audience = audience(section) });
        await db.SaveChangesAsync();
    });

    /// <summary>The same again with other audiences.</summary>
    public static async Task FillAgain(this GildeServer server, TestMember owner, Func<ProfileSection, Audience> audience)
    {
        await server.Db(async db =>
        {
            foreach (var entity in new IEnumerable<object>[] { db.Positions.Where(e => e.MemberId == owner.Id), db.Educations.Where(e => e.MemberId == owner.Id), db.Credentials.Where(e => e.MemberId == owner.Id), db.Websites.Where(e => e.MemberId == owner.Id), db.SpokenLanguages.Where(e => e.MemberId == owner.Id), db.Topics.Where(e => e.MemberId == owner.Id), db.SectionAudiences.Where(e => e.MemberId == owner.Id) }.SelectMany(e => e.ToList()))
                db.Remove(entity);
            await db.SaveChangesAsync();
        });
        await server.FillWithCanaries(owner, audience);
    }
}
