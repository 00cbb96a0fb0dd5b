using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Gilde.Web.Profiles;

/// <summary>The two columns of a profile as HTML.</summary>
public sealed record ProfileBody(MarkupString Main, MarkupString Facts);

/// <summary>Renders the columns of a profile once for each view and language; they go with the view when the profile changes.</summary>
public sealed class ProfileBodies(IServiceProvider services, ILoggerFactory logs)
{
    public async ValueTask<ProfileBody> Of(ProfileView profile, Language language) => profile.Bodies[(int)language] ??= await Render(profile, language);

    private async Task<ProfileBody> Render(ProfileView profile, Language language)
    {
        // Nobody in particular looks: what is kept for all must hold nothing of the one who asked first.
        var anybody = new Viewer { Language = language, Id = profile.Relation == Relation.Visitor ? 0 : -1 };
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Viewer"] = anybody, ["Profile"] = profile });
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => new ProfileBody(
            new((await renderer.RenderComponentAsync<ProfileMain>(parameters)).ToHtmlString()),
            new((await renderer.RenderComponentAsync<ProfileFacts>(parameters)).ToHtmlString())));
    }
}
