@echo off
rem Starts Hillock: finds a JDK, builds the program when needed, runs it.
rem   HILLOCK_JAVA_HOME   use this JDK, whatever else is installed
rem   HILLOCK_JAVA_OPTS   further options for the JVM, such as -Xmx8g
setlocal enabledelayedexpansion
set "here=%~dp0"
set "jar=%here%scenarios\target\launch\hillock.jar"

set "home=%HILLOCK_JAVA_HOME%"
if not defined home (
  set "best=16"
  for /f "delims=" %%d in ('powershell -NoProfile -Command "$c=@($env:JAVA_HOME); $j=Get-Command java -ErrorAction SilentlyContinue; if($j){$c+=Split-Path (Split-Path $j.Source)}; $c+=Get-ChildItem 'C:\Program Files\Java','C:\Program Files\Eclipse Adoptium','C:\Program Files\Microsoft','C:\Program Files\Zulu' -Directory -ErrorAction SilentlyContinue | ForEach-Object FullName; $c | Where-Object {$_ -and (Test-Path (Join-Path $_ 'release')) -and (Test-Path (Join-Path $_ 'bin\javac.exe'))} | ForEach-Object {$v=[int]((Select-String -Path (Join-Path $_ 'release') -Pattern 'JAVA_VERSION=.(\d+)').Matches[0].Groups[1].Value); '{0:d4} {1}' -f $v,$_} | Sort-Object | Select-Object -Last 1"') do set "found=%%d"
  if defined found (
    for /f "tokens=1,*" %%a in ("!found!") do (
      if 1%%a geq 10017 set "home=%%b"
    )
  )
)
if not defined home (
  echo hillock: found no JDK 17 or newer. Install one or set JAVA_HOME to it. 1>&2
  exit /b 1
)

if not exist "%here%scenarios\src" goto run
powershell -NoProfile -Command "$jar=Get-Item '%jar%' -ErrorAction SilentlyContinue; if(-not $jar){exit 1}; $newer=Get-ChildItem '%here%pom.xml','%here%simulator\src\main','%here%lif-models\src\main','%here%stdp\src\main','%here%loihi-export\src\main','%here%scenarios\src\main','%here%scenarios\gallery','%here%scenarios\bench' -Recurse -File | Where-Object {$_.LastWriteTime -gt $jar.LastWriteTime} | Select-Object -First 1; if($newer){exit 1}else{exit 0}"
if not errorlevel 1 goto run
echo hillock: building the program with %home%; the first time this takes a minute ... 1>&2
if not exist "%here%scenarios\target\launch" mkdir "%here%scenarios\target\launch"
set "JAVA_HOME=%home%"
pushd "%here%"
call mvnw.cmd -B -q -DskipTests -pl scenarios -am package > "%here%scenarios\target\launch\build.log" 2>&1
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  type "%here%scenarios\target\launch\build.log" 1>&2
  echo hillock: the build failed; its output is in scenarios\target\launch\build.log 1>&2
  exit /b 1
)
copy /y "%here%scenarios\target\hillock.jar" "%jar%" > nul

:run
"%home%\bin\java" --add-modules jdk.incubator.vector -XX:MaxRAMPercentage=80 -XX:+UseParallelGC -XX:MaxNewSize=32m %HILLOCK_JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%
