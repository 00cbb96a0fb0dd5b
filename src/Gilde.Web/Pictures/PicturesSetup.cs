using Gilde.Web.Jobs;

namespace Gilde.Web.Pictures;

public static class PicturesSetup
{
    public static void AddPictures(this IServiceCollection services)
    {
        services.AddSingleton(p => new PictureTool(p.GetRequiredService<ILogger<PictureTool>>(), Environment.GetEnvironmentVariable("PATH") ?? ""));
        services.AddSingleton<PictureFolder>();
        services.AddScoped<StorePicture>();
        services.AddScoped<SweepPictures>();
        services.AddSingleton<IJobHandler, ErasePictureFiles>();
    }
}
