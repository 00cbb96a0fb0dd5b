using Gilde.Web.Profiles;

namespace Gilde.Web.Tests.Profiles;

/// <summary>Words in every section and of every audience; each viewer gets, through every channel, exactly those that are theirs.</summary>
public class CanaryTests(Servers servers)
{
    private static readonly Audience[] Cycle = [Audience.Everyone, Audience.Members, Audience.Contacts, Audience.Nobody];

    [Theory, BothDatabases]
    public async Task What_is_hidden_comes_out_nowhere(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (owner, friend, stranger) = (await server.Member("Olga Ott"), await server.Member("Frank Fein"), await server.Member("Sven Stern"));
        await server.Befriend(owner, friend);
        // Four rounds, so that every section has had every audience.
        for (var round = 0; round < Cycle.Length; round++)
        {
            var shift = round;
            await server.FillAgain(owner, s => Cycle[((int)s + shift) % Cycle.Length]);
            foreach (var (viewer, relation) in new[] { (server.Client(), Relation.Visitor), (stranger.Client, Relation.Member), (friend.Client, Relation.Contact), (owner.Client, Relation.Self) })
                foreach (var channel in Channels(owner)) await Check(viewer, relation, channel, owner, s => Cycle[((int)s + shift) % Cycle.Length]);
        }
    }

    [Theory, BothDatabases]
    public async Task A_closed_or_blocked_profile_comes_out_nowhere(DatabaseKind kind)
    {
        var server = await servers.On(kind);
        var (owner, blocked, stranger) = (await server.Member("Olga Ott"), await server.Member("Bert Block"), await server.Member("Sven Stern"));
        await server.FillWithCanaries(owner, _ => Audience.Everyone);
        await server.Block(owner, blocked);
        await owner.Client.SubmitOk("/settings/profile/visibility", ("listed", "true"));
        foreach (var (channel, accept) in Channels(owner))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(server.Client(), channel, accept)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(blocked.Client, channel, accept)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Ask(stranger.Client, channel, accept)).StatusCode);
        }
    }

    private static IEnumerable<(string Path, string? Accept)> Channels(TestMember owner)
    {
        foreach (var path in new[] { "", ".json", ".md", ".vcf", "/cv" }) yield return ($"/@{owner.Handle}{path}", null);
        foreach (var accept in new[] { "application/json", "text/markdown", "text/vcard" }) yield return ($"/@{owner.Handle}", accept);
    }

    private static async Task Check(HttpClient viewer, Relation relation, (string Path, string? Accept) channel, TestMember owner, Func<ProfileSection, Audience> audience)
    {
        using var response = await Ask(viewer, channel.Path, channel.Accept);
        var text = (await response.Content.ReadAsStringAsync()).Replace("\r\n ", "");
        foreach (var section in Enum.GetValues<ProfileSection>().Where(s => s != ProfileSection.Languages))
        {
            var seen = text.Contains($"canary-{section.Slug()}-{owner.Id}", StringComparison.OrdinalIgnoreCase);
            Assert.False(seen && !relation.Sees(audience(section)), $"{relation} sees {section} (for {audience(section)}) in {channel.Path} {channel.Accept}");
            if (channel.Path.EndsWith(owner.Handle, StringComparison.Ordinal) && channel.Accept is null or "text/markdown")
                Assert.True(seen || !relation.Sees(audience(section)), $"{relation} misses {section} (for {audience(section)}) in {channel.Path} {channel.Accept}");
        }
        Assert.False(text.Contains("Welsh") && !relation.Sees(audience(ProfileSection.Languages)), $"{relation} sees languages in {channel.Path}");
        Assert.False(text.Contains("\"cy\"") && !relation.Sees(audience(ProfileSection.Languages)), $"{relation} sees languages in the linked data of {channel.Path}");
    }

    private static Task<HttpResponseMessage> Ask(HttpClient client, string path, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.Add("Accept", accept);
        return client.SendAsync(request);
    }
}
